-- Every recall as it stands. The occurrence and the plan are JSON as pujiang.web.json writes.
CREATE TABLE recall_board (
    id          VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    state       VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- Whose product it is, if its vendor filed it; null if an officer did.
    filed_by    VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
    filed_at    DATETIME(6) NOT NULL,
    since       DATETIME(6) NOT NULL,
    version     BIGINT      NOT NULL,
    occurrence  MEDIUMTEXT  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    plan        LONGTEXT    CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    plan_digest VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin,
    INDEX recall_by_time (filed_at, id),
    INDEX recall_by_filer (filed_by, filed_at, id),
    INDEX recall_by_state (state, filed_at, id)
);

-- Which measures have been taken, and what came of each.
CREATE TABLE recall_measure (
    recall   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    number   INT         NOT NULL,
    taken_at DATETIME(6) NOT NULL,
    outcome  VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (recall, number)
);

-- Trades whose data is still held, and when the law is next asked about each.
CREATE TABLE watch_board (
    trade   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    next_at DATETIME(6) NOT NULL,
    INDEX watch_by_next (next_at)
);
