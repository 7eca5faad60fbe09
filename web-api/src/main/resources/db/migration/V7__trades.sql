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

-- Files that vendors have uploaded. The same bytes from two vendors are one file with two owners, who never learn of
-- each other.
CREATE TABLE content_board (
    sha256     CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    owner      VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    sm3        CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    size       BIGINT       NOT NULL,
    media_type VARCHAR(127) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    at         DATETIME(6)  NOT NULL,
    PRIMARY KEY (sha256, owner)
);

-- One-time links; the token itself is known to its buyer only.
CREATE TABLE download_link (
    token_hash BINARY(32)  NOT NULL PRIMARY KEY,
    id         VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    trade      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    buyer      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    expires_at DATETIME(6) NOT NULL,
    -- First use, after which it may be resumed until every byte was served.
    used_at    DATETIME(6),
    -- How far from the beginning without a gap.
    served     BIGINT      NOT NULL,
    spent_at   DATETIME(6),
    INDEX download_by_expiry (expires_at)
);
