-- What is ordered and not agreed has taken no share of its exporter's counts; what was held by such orders is given back.
UPDATE export_count c JOIN (
    SELECT s.exporter, s.year, SUM(IF(s.of_sensitive, s.persons, 0)) AS of_sensitive,
        SUM(IF(s.of_sensitive, 0, s.persons)) AS of_others
    FROM export_share s JOIN trade_board t ON t.id = s.trade WHERE t.state = 'requested'
    GROUP BY s.exporter, s.year) held ON held.exporter = c.exporter AND held.year = c.year
SET c.sensitive_pi = c.sensitive_pi - held.of_sensitive, c.non_sensitive = c.non_sensitive - held.of_others;

DELETE FROM export_share WHERE trade IN (SELECT id FROM trade_board WHERE state = 'requested');

-- Orders that wait for an officer. A buyer has a few places for each listing, numbered from 1; the key is what two orders at
-- the same moment cannot both pass. Only an order that is held comes here.
CREATE TABLE open_order (
    buyer   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    listing VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    place   INT         NOT NULL,
    trade   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (buyer, listing, place),
    UNIQUE KEY one_place_per_order (trade)
);

INSERT INTO open_order (buyer, listing, place, trade)
SELECT buyer, listing, ROW_NUMBER() OVER (PARTITION BY buyer, listing ORDER BY ordered_at, id), id
FROM trade_board WHERE state = 'requested';
