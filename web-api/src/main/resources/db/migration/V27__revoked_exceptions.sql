-- Who took an exception back, when and why; null while nobody has.
ALTER TABLE exception_board
    ADD COLUMN revoked_at  DATETIME(6),
    ADD COLUMN revoked_by  VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    ADD COLUMN revoked_for TEXT        CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
