-- Every obligation as it stands. Columns are what is searched or sorted; the rest is JSON as pujiang.web.json writes.
CREATE TABLE obligation_board (
    id          VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    state       VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind        VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    rule        VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- Null where the exchange itself owes it.
    bearer      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
    trade       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
    listing     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
    -- The order of the lists: never changes, so that a page never skips.
    incurred_at DATETIME(6) NOT NULL,
    since       DATETIME(6) NOT NULL,
    deadline    DATETIME(6) NOT NULL,
    -- When the clock must act; null while nobody waits for the bearer.
    due_at      DATETIME(6),
    version     BIGINT      NOT NULL,
    duty        MEDIUMTEXT  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    evidence    TEXT        CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    proven_by   VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    consequence VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin,
    INDEX obligation_by_time (incurred_at, id),
    INDEX obligation_by_bearer (bearer, incurred_at, id),
    INDEX obligation_by_bearers_deadline (bearer, state, deadline),
    INDEX obligation_by_state (state, deadline, id),
    INDEX obligation_by_trade (trade),
    INDEX obligation_by_listing (listing),
    INDEX obligation_by_due (due_at)
);
