-- Every trade as it stands, written in the transaction of its events: one statement an event, for this is the table that
-- every trade writes to. Columns are what is searched, sorted or held unique; the rest is JSON as pujiang.web.json writes.
CREATE TABLE trade_board (
    id           VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    state        VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- How it ended; null while it has not.
    outcome      VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin,
    buyer        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    vendor       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    listing      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    product      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- Fen.
    price        BIGINT      NOT NULL,
    -- The order of the lists: never changes, so that a page never skips.
    ordered_at   DATETIME(6) NOT NULL,
    since        DATETIME(6) NOT NULL,
    due_at       DATETIME(6),
    deliver_by   DATETIME(6),
    collected_at DATETIME(6),
    certificate  VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin,
    version      BIGINT      NOT NULL,
    agreement    MEDIUMTEXT  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    decision     MEDIUMTEXT  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    content      TEXT        CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    UNIQUE KEY one_trade_per_certificate (certificate),
    INDEX trade_by_buyer (buyer, ordered_at, id),
    INDEX trade_by_vendor (vendor, ordered_at, id),
    INDEX trade_by_state (state, ordered_at, id),
    INDEX trade_by_due (due_at)
);

-- Persons whose data each exporter has sent abroad, by the year that CBDF counts in. The row is the lock: whoever asks
-- second waits until the first has decided.
CREATE TABLE export_count (
    exporter      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    year          SMALLINT    NOT NULL,
    non_sensitive BIGINT      NOT NULL,
    sensitive_pi  BIGINT      NOT NULL,
    PRIMARY KEY (exporter, year)
);

-- What each trade adds to them.
CREATE TABLE export_share (
    trade     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    exporter  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    year      SMALLINT    NOT NULL,
    persons   BIGINT      NOT NULL,
    of_sensitive BOOLEAN NOT NULL
);
