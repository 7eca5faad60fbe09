-- What the clock said when it was last believed, and for how long the machine had run then: a row for each start of a
-- machine. Nothing is written while the clock is doubted, so that a restart does not make it believed.
CREATE TABLE clock_seen (
    boot      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    wall      DATETIME(6) NOT NULL,
    -- Milliseconds.
    uptime    BIGINT      NOT NULL,
    INDEX clock_seen_by_wall (wall)
);
