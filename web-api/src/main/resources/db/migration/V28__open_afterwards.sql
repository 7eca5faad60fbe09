-- What the law has left open after a trade, until an officer has looked at it or the law has decided; null otherwise.
-- What it had left open before waits here from its next answer on: the same answer again writes nothing.
ALTER TABLE watch_board
    ADD COLUMN open_since    DATETIME(6),
    ADD COLUMN open_decision MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    ADD INDEX watch_by_open (open_since, trade);
