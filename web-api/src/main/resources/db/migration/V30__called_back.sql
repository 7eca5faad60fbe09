-- The obligation by which a recall has told a trade's buyer to delete its copy, until it is discharged: asked with every
-- download, and so kept where the download looks anyway.
ALTER TABLE trade_board ADD COLUMN called_back varchar(64) CHARACTER SET ascii COLLATE ascii_bin;

UPDATE trade_board t SET called_back = (
    SELECT min(o.id) FROM obligation_board o
    WHERE o.trade = t.id AND o.kind = 'DELETION' AND o.state <> 'discharged'
        AND json_value(o.duty, '$.source') LIKE 'recall %')
WHERE id IN (
    SELECT trade FROM obligation_board
    WHERE kind = 'DELETION' AND state <> 'discharged' AND json_value(duty, '$.source') LIKE 'recall %');
