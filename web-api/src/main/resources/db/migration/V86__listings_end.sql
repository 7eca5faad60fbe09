-- A listing ends with its last day in Shanghai, which keeps one time all the year, eight hours before UTC's. What was offered
-- until a day beyond the calendar (pujiang.refusal.Days) ends with that.
UPDATE listing_board SET due_at = DATE_SUB(
    CAST(IF(JSON_VALUE(terms, '$.until') REGEXP '^[12][0-9]{3}-[0-9]{2}-[0-9]{2}$'
        AND JSON_VALUE(terms, '$.until') < '2199-12-31', JSON_VALUE(terms, '$.until'), '2199-12-31') AS DATETIME)
        + INTERVAL 1 DAY, INTERVAL 8 HOUR)
WHERE state IN ('published', 'suspended');

UPDATE listing_board SET due_at = LEAST(due_at, DATE_SUB(
    CAST(IF(JSON_VALUE(terms, '$.until') REGEXP '^[12][0-9]{3}-[0-9]{2}-[0-9]{2}$'
        AND JSON_VALUE(terms, '$.until') < '2199-12-31', JSON_VALUE(terms, '$.until'), '2199-12-31') AS DATETIME)
        + INTERVAL 1 DAY, INTERVAL 8 HOUR))
WHERE state = 'held';
