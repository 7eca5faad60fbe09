-- Measures of recalls that could not be taken, and why; a row goes when its measure has been taken.
CREATE TABLE recall_postponed (
    recall VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    number INT           NOT NULL,
    cause  VARCHAR(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (recall, number)
);
