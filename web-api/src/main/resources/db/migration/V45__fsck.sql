-- What came of each check of all that is stored. It is only added to; the last one that ended is what counts.
CREATE TABLE fsck_run (
    id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    -- Null for the nightly one.
    started_by VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    started_at DATETIME(6)  NOT NULL,
    -- running, clean, damaged or failed
    state      VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    ended_at   DATETIME(6),
    damaged    BIGINT,
    -- The report as JSON, or why there is none.
    report     MEDIUMTEXT   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    failure    TEXT         CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    INDEX fsck_by_end (ended_at, id)
);
