-- The answer to each action, kept with the action's own effects: both or neither.
CREATE TABLE idempotency (
    caller      VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    key_hash    BINARY(32)    NOT NULL,
    fingerprint BINARY(32)    NOT NULL,
    status      SMALLINT      NOT NULL,
    headers     VARCHAR(2000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    body        MEDIUMBLOB    NOT NULL,
    answered_at DATETIME(6)   NOT NULL,
    PRIMARY KEY (caller, key_hash),
    -- For the purge; rows arrive in its order, so it grows at its end only.
    INDEX idempotency_by_age (answered_at)
);
