-- What an operator has said of a restored log is signed and logged as well, and no event of a trade stands behind it.
ALTER TABLE log_queue
    ADD COLUMN restoration CHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
    ADD CONSTRAINT no_restoration_is_queued_unsaid FOREIGN KEY (restoration) REFERENCES log_restoration (digest),
    DROP CONSTRAINT what_is_queued_names_its_event,
    ADD CONSTRAINT what_is_queued_names_its_ground
        CHECK (event IS NOT NULL OR restoration IS NOT NULL OR unexplained = 1);
ALTER TABLE log_leaf
    ADD COLUMN restoration CHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
    ADD CONSTRAINT no_leaf_of_a_restoration_unsaid FOREIGN KEY (restoration) REFERENCES log_restoration (digest),
    DROP CONSTRAINT a_leaf_names_its_event,
    ADD CONSTRAINT a_leaf_names_its_ground
        CHECK (event IS NOT NULL OR restoration IS NOT NULL OR unexplained = 1);
