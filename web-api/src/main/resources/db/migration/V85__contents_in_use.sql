-- Whether anything refers to what was uploaded: a delivery, a document shown to officers, a proof. What nothing refers to is
-- removed after a time.
ALTER TABLE content_board
    ADD COLUMN used BOOLEAN NOT NULL DEFAULT FALSE,
    ADD INDEX content_board_unused (used, uploaded_at);

-- Whoever uploaded it, if anybody has referred to these bytes.
UPDATE content_board SET used = TRUE WHERE sha256 IN (
    SELECT JSON_VALUE(CONVERT(payload USING utf8mb4), '$.content.sha256') FROM domain_event_entry
    WHERE payload_type IN ('trade.delivery-held', 'trade.delivery-made', 'trade.document-provided')
    UNION
    SELECT JSON_VALUE(CONVERT(payload USING utf8mb4), '$.evidence.sha256') FROM domain_event_entry
    WHERE payload_type = 'obligation.proven');
