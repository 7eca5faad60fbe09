-- What documents say of participants and products, in the order in which they were filed; null where there are none.
ALTER TABLE participant_board ADD COLUMN assessments MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
ALTER TABLE product_board ADD COLUMN assessments MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
