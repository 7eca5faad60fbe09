-- What a trade has moved and what was signed for it name the event that says so, and the database takes neither without.
-- Unexplained is what an earlier release has stored and no event accounts for: nothing new can be.
ALTER TABLE ledger_transfer
    ADD COLUMN event VARCHAR(36) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    ADD COLUMN unexplained TINYINT NOT NULL DEFAULT 0;
ALTER TABLE log_queue
    ADD COLUMN event VARCHAR(36) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    ADD COLUMN unexplained TINYINT NOT NULL DEFAULT 0;
ALTER TABLE log_leaf
    ADD COLUMN event VARCHAR(36) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    ADD COLUMN unexplained TINYINT NOT NULL DEFAULT 0;

UPDATE ledger_transfer t JOIN domain_event_entry e ON e.aggregate_identifier = t.reference AND e.type = 'Trade'
SET t.event = e.event_identifier
WHERE (t.kind = 'RESERVE' AND e.payload_type = 'trade.agreed')
   OR (t.kind IN ('PAY', 'FEE') AND e.payload_type = 'trade.settled')
   OR (t.kind = 'RELEASE' AND e.payload_type IN
        ('trade.review-rejected', 'trade.cancelled', 'trade.lapsed', 'trade.rescinded'));
UPDATE ledger_transfer SET unexplained = 1
WHERE event IS NULL AND kind NOT IN ('DEPOSIT', 'WITHDRAWAL', 'SWEEP');

UPDATE domain_event_entry e JOIN log_leaf l
    ON l.digest = CONVERT(JSON_VALUE(CONVERT(e.payload USING utf8mb4), '$.receipt.digest') USING ascii)
SET l.event = e.event_identifier WHERE e.type = 'Trade' AND e.payload_type = 'trade.delivery-made';
UPDATE domain_event_entry e JOIN log_leaf l
    ON l.digest = CONVERT(JSON_VALUE(CONVERT(e.payload USING utf8mb4), '$.certificate.digest') USING ascii)
SET l.event = e.event_identifier WHERE e.type = 'Trade' AND e.payload_type = 'trade.certificate-issued';
UPDATE domain_event_entry e JOIN log_queue q
    ON q.digest = CONVERT(JSON_VALUE(CONVERT(e.payload USING utf8mb4), '$.receipt.digest') USING ascii)
SET q.event = e.event_identifier WHERE e.type = 'Trade' AND e.payload_type = 'trade.delivery-made';
UPDATE domain_event_entry e JOIN log_queue q
    ON q.digest = CONVERT(JSON_VALUE(CONVERT(e.payload USING utf8mb4), '$.certificate.digest') USING ascii)
SET q.event = e.event_identifier WHERE e.type = 'Trade' AND e.payload_type = 'trade.certificate-issued';
UPDATE log_leaf SET unexplained = 1 WHERE event IS NULL;
UPDATE log_queue SET unexplained = 1 WHERE event IS NULL;

ALTER TABLE ledger_transfer
    ADD CONSTRAINT no_money_without_its_event FOREIGN KEY (event) REFERENCES domain_event_entry (event_identifier),
    -- What the bank moves, and what was earned and becomes available, is no trade's.
    ADD CONSTRAINT money_of_a_trade_names_its_event
        CHECK (event IS NOT NULL OR unexplained = 1
            OR kind IN ('DEPOSIT', 'WITHDRAWAL', 'WITHDRAWAL_HOLD', 'WITHDRAWAL_VOID', 'SWEEP'));
ALTER TABLE log_queue
    ADD CONSTRAINT nothing_is_queued_without_its_event FOREIGN KEY (event)
        REFERENCES domain_event_entry (event_identifier),
    ADD CONSTRAINT what_is_queued_names_its_event CHECK (event IS NOT NULL OR unexplained = 1);
ALTER TABLE log_leaf
    ADD CONSTRAINT no_leaf_without_its_event FOREIGN KEY (event) REFERENCES domain_event_entry (event_identifier),
    ADD CONSTRAINT a_leaf_names_its_event CHECK (event IS NOT NULL OR unexplained = 1);
