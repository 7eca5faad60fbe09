-- What the market looks like now, written in the transaction of each event. Columns are what is searched, sorted or
-- held unique; the rest is JSON as pujiang.web.json writes it.
CREATE TABLE participant_board (
    id           VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    -- Null once the file is closed, so that the organisation may apply again.
    registration VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin,
    -- For the lists of others that show it.
    name         VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NOT NULL,
    state        VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    since        DATETIME(6) NOT NULL,
    due_at       DATETIME(6),
    version      BIGINT      NOT NULL,
    body         MEDIUMTEXT  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    UNIQUE KEY one_file_per_registration (registration),
    INDEX participant_by_state (state, id),
    INDEX participant_by_due (due_at)
);

CREATE TABLE product_board (
    id         VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    number     VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    vendor     VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    title      VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NOT NULL,
    revision   INT          NOT NULL,
    struck_off BOOLEAN      NOT NULL,
    since      DATETIME(6)  NOT NULL,
    body       MEDIUMTEXT   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    UNIQUE KEY one_product_per_number (number),
    INDEX product_by_vendor (vendor, id)
);

-- What vendors state about providing a product to one buyer.
CREATE TABLE recipient_board (
    product   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    recipient VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    since     DATETIME(6) NOT NULL,
    body      MEDIUMTEXT  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (product, recipient)
);

CREATE TABLE listing_board (
    id        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    product   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    vendor    VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state     VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    revision  INT         NOT NULL,
    -- The order of the catalogue: never changes, so that a page never skips.
    listed_at DATETIME(6) NOT NULL,
    since     DATETIME(6) NOT NULL,
    due_at    DATETIME(6),
    terms     MEDIUMTEXT  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    decision  MEDIUMTEXT  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    INDEX listing_by_state (state, listed_at, id),
    INDEX listing_by_vendor (vendor, listed_at, id),
    INDEX listing_by_due (due_at)
);
