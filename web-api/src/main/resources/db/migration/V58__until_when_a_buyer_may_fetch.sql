-- Until when the agreement lets the buyer fetch what was delivered: the end of the last day of use. Asked with every
-- download, and so kept where the download looks anyway. Null until it is delivered.
ALTER TABLE trade_board
    ADD COLUMN fetch_until DATETIME(6),
    -- When the buyer last began to fetch it. Who fetches again after a deletion holds a copy again.
    ADD COLUMN fetched_at DATETIME(6);

-- The duty to delete is due on that day. Where none has been opened yet, the term is counted from the last step of the trade.
UPDATE trade_board t SET
    fetched_at = (SELECT MAX(l.used_at) FROM download_link l WHERE l.trade = t.id),
    fetch_until = COALESCE(
        (SELECT MIN(STR_TO_DATE(LEFT(JSON_VALUE(o.duty, '$.due'), 19), '%Y-%m-%dT%H:%i:%s')) FROM obligation_board o
            WHERE o.trade = t.id AND o.kind = 'DELETION' AND o.rule <> 'CC-566'
                AND JSON_VALUE(o.duty, '$.source') NOT LIKE 'recall %'),
        DATE_ADD(t.since, INTERVAL JSON_VALUE(t.agreement, '$.terms.termDays') DAY))
WHERE t.content IS NOT NULL;
