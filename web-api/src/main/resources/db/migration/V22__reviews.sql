-- The officers' queue: what is held, the most pressing first, read along one index. Null and 0 where nobody has to look.
ALTER TABLE trade_board
    -- 0 if the time to decide has passed once, else 1: what is escalated comes first.
    ADD COLUMN review_queue TINYINT,
    -- The rung of pujiang.trade.Risk.Level; 0 is the gravest.
    ADD COLUMN risk_level TINYINT,
    -- Names of pujiang.trade.Risk.Reason, with commas between them.
    ADD COLUMN risk_reasons VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin,
    ADD COLUMN claimed_by VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    ADD COLUMN claimed_until DATETIME(6),
    -- Documents that the party has been asked for and has not shown yet.
    ADD COLUMN asked_of_vendor SMALLINT NOT NULL DEFAULT 0,
    ADD COLUMN asked_of_buyer SMALLINT NOT NULL DEFAULT 0,
    ADD INDEX trade_by_risk (review_queue, risk_level, due_at, id);

-- What is held already was sorted by nobody: as if the grade of its data were not known, until the law is asked again.
UPDATE trade_board SET review_queue = 1, risk_level = 2, risk_reasons = 'GRADE_UNKNOWN'
WHERE state IN ('requested', 'delivery-held');

-- What officers have granted beyond one decision.
CREATE TABLE exception_board (
    trade      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- Of the event within the trade.
    sequence   BIGINT      NOT NULL,
    scope      VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    listing    VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    buyer      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    valid_until DATE       NOT NULL,
    granted_at DATETIME(6) NOT NULL,
    waiver     TEXT        CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (trade, sequence),
    INDEX exception_by_buyer (buyer, listing),
    INDEX exception_by_end (valid_until, trade, sequence)
);
