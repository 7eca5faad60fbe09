-- A decision carries what the law calls the exchange. The copy of a listing's last decision is shown and never acted on, and the
-- events have its traits; so in copies from before they are told as undecided, and not computed a second time.
UPDATE listing_board SET decision = JSON_SET(decision, '$.traits', JSON_OBJECT(
    'certain', JSON_ARRAY(),
    'undecided', JSON_ARRAY('PERSONAL_INFORMATION', 'SENSITIVE', 'OF_MINORS', 'IMPORTANT_DATA', 'PERHAPS_IMPORTANT',
        'CROSSES_THE_BORDER', 'AUTHORISED_OPERATION')))
WHERE JSON_EXTRACT(decision, '$.traits') IS NULL;
