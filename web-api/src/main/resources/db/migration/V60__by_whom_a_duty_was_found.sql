-- By whom a duty of the exchange was found: it is one duty, whoever finds it, and is no longer owed when none of them finds it
-- any more.
CREATE TABLE obligation_finder (
    obligation VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- "trade …" or "participant …".
    finder     VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (obligation, finder),
    INDEX obligation_by_finder (finder)
);

-- Who has found what is owed already is not known any more, so it ends by a proof.
INSERT INTO obligation_finder (obligation, finder)
SELECT id, 'unknown' FROM obligation_board WHERE bearer IS NULL AND kind = 'STANDING' AND state <> 'discharged';
