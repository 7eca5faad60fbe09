-- A draft asked about every past decision.
CREATE TABLE rule_replay (
    id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    draft      VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    edition    INT          NOT NULL,
    before_it  VARCHAR(80)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    book       VARCHAR(80)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    started_by VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    started_at DATETIME(6)  NOT NULL,
    state      VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- 1 while it runs, else null: at most one does, whichever exchange runs it.
    running    TINYINT,
    -- When its exchange last said that it is still at it.
    beat_at    DATETIME(6)  NOT NULL,
    done       BIGINT       NOT NULL,
    total      BIGINT       NOT NULL,
    ended_at   DATETIME(6),
    -- The last event that was read, and those before it that were not yet committed then.
    covered    BIGINT,
    gaps       MEDIUMTEXT   CHARACTER SET ascii COLLATE ascii_bin,
    report     MEDIUMTEXT   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    digest     VARCHAR(80)  CHARACTER SET ascii COLLATE ascii_bin,
    UNIQUE KEY one_replay_at_a_time (running),
    INDEX replay_by_draft (draft, id)
);

-- Each decision that would fall otherwise (flip), and each that could not be asked about (failed).
CREATE TABLE rule_replay_case (
    replay  BIGINT      NOT NULL,
    kind    VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    number  BIGINT      NOT NULL,
    -- A trade, a listing or a participant.
    subject VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    vendor  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
    buyer   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
    -- Fen; null where no trade is at stake.
    price   BIGINT,
    told    MEDIUMTEXT  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (replay, kind, number)
);
