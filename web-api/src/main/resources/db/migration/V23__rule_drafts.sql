-- Every rule book that was the program's own, was on trial or was activated: its files as a ZIP, under its digest, for ever.
CREATE TABLE rule_book (
    digest  VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    files   MEDIUMBLOB  NOT NULL,
    kept_at DATETIME(6) NOT NULL
);

-- The last row is in force; without any, the program's own book is.
CREATE TABLE rule_book_in_force (
    number       BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    digest       VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    draft        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    activated_at DATETIME(6) NOT NULL
);

CREATE TABLE rule_draft (
    id         VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    edition    INT         NOT NULL,
    created_at DATETIME(6) NOT NULL,
    INDEX draft_by_age (created_at, id)
);

-- Never changed: an edition is what was uploaded then, and what was found wrong with it.
CREATE TABLE rule_draft_edition (
    draft       VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    edition     INT          NOT NULL,
    -- Of everything that was uploaded; the book's digest leaves the cases out.
    content     VARCHAR(80)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    book        VARCHAR(80)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    author      VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    uploaded_at DATETIME(6)  NOT NULL,
    files       MEDIUMBLOB   NOT NULL,
    faults      MEDIUMTEXT   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (draft, edition)
);
