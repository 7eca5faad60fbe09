-- The first of two officers, whose approval counts with a second one of the same answer of the law; null while there is none.
-- What was supported before is shown here from its next step on.
ALTER TABLE trade_board ADD COLUMN supported_by VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
