-- When the bytes of a delivered file were last compared with its digests, and what was found in their place, if they were
-- others. The nightly check reads so much a night, in the order of this table.
CREATE TABLE content_check (
    sha256      CHAR(64)     CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL PRIMARY KEY,
    compared_at DATETIME(6)  NOT NULL,
    fault       VARCHAR(200) CHARACTER SET ascii,
    INDEX content_check_age (fault, compared_at, sha256)
);
