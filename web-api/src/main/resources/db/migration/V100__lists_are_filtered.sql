-- Trades by what was bought, in the order of the lists. None of these columns ever changes.
ALTER TABLE trade_board
    ADD INDEX trade_by_listing (listing, ordered_at, id),
    ADD INDEX trade_by_product (product, ordered_at, id);

-- Recalls by the product whose ground has ceased; null where another ground has.
ALTER TABLE recall_board
    ADD COLUMN product VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin;
UPDATE recall_board SET product = JSON_VALUE(occurrence, '$.product');
ALTER TABLE recall_board
    ADD INDEX recall_by_product (product, filed_at, id);
