-- Why the log went on below a checkpoint that had been published: a signed statement each, which is a leaf of the log as well.
CREATE TABLE log_restoration (
    number      BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    statement   TEXT        CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    digest      CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    signing_key VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    sm2         VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    ed25519     VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    at          DATETIME(6) NOT NULL,
    UNIQUE KEY one_restoration_per_digest (digest)
);

-- Checkpoints that somebody has shown, that the exchange has signed, and that are not of its log.
CREATE TABLE log_fork (
    digest   CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    note     TEXT        CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    own_size BIGINT      NOT NULL,
    seen_at  DATETIME(6) NOT NULL
);
