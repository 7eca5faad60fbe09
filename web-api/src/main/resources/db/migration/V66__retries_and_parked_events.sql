-- What a job or a follower could not do, and when it is tried again. A row goes when it has been done. Whoever asks for one
-- by its name may ask with any characters.
CREATE TABLE retry_item (
    -- The job's or the follower's name.
    job          VARCHAR(64)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    item         VARCHAR(160) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    attempts     INT          NOT NULL,
    since        DATETIME(6)  NOT NULL,
    next_attempt DATETIME(6)  NOT NULL,
    cause        VARCHAR(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (job, item),
    INDEX retry_item_by_time (since, job, item)
);

-- Events that a follower failed on, and those of the same aggregate behind them, in their order. Columns are those of
-- pujiang.web.wiring.Parking; the instants among them are texts, as Axon writes them.
CREATE TABLE parked_event (
    identifier           VARCHAR(36)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
    follower             VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    sequence_identifier  VARCHAR(160) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    sequence_index       BIGINT       NOT NULL,
    message_type         VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    event_identifier     VARCHAR(36)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    time_stamp           VARCHAR(35)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    payload_type         VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    payload_revision     VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin,
    payload              MEDIUMBLOB   NOT NULL,
    meta_data            BLOB         NOT NULL,
    aggregate_type       VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin,
    aggregate_identifier VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin,
    sequence_number      BIGINT,
    token_type           VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin,
    token                BLOB,
    enqueued_at          VARCHAR(35)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    last_touched         VARCHAR(35)  CHARACTER SET ascii COLLATE ascii_bin,
    processing_started   VARCHAR(35)  CHARACTER SET ascii COLLATE ascii_bin,
    cause_type           VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin,
    cause_message        TEXT         CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    diagnostics          BLOB,
    UNIQUE KEY one_place_in_a_sequence (follower, sequence_identifier, sequence_index),
    INDEX parked_event_by_time (enqueued_at, identifier),
    INDEX parked_event_by_aggregate (aggregate_type, aggregate_identifier)
);

-- What the operator has done about them and about the clock, and why. Nothing is ever taken out of it.
CREATE TABLE operation_act (
    number  BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    act     VARCHAR(32)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- What it was done to: a job and its item, or a follower with the event's identifier, name, aggregate and number.
    subject VARCHAR(500)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    cause   VARCHAR(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    actor   VARCHAR(64)   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    at      DATETIME(6)   NOT NULL,
    reason  VARCHAR(2000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL
);
