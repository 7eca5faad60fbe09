-- What stands on a listing, a product and a participant, as JSON of pujiang.stop.Stop: where an order reads anyway. Null
-- where nothing stands.
ALTER TABLE listing_board ADD COLUMN stops MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
ALTER TABLE listing_board ADD INDEX listing_by_product (product, id);
ALTER TABLE participant_board ADD COLUMN stops MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
ALTER TABLE product_board ADD COLUMN stops MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
-- What stands on the products that it is derived from, with their ids.
ALTER TABLE product_board ADD COLUMN inherited MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Which products a product has ever named as its source. A source that is described otherwise later stays one.
CREATE TABLE product_derivation (
    product VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    source  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (product, source),
    INDEX derived_from (source, product)
);

INSERT INTO product_derivation (product, source)
SELECT d.id, s.id FROM product_board d JOIN product_board s
    ON s.id <> d.id AND d.body LIKE CONCAT('%', s.number, '%')
WHERE JSON_UNQUOTE(JSON_EXTRACT(d.body, '$.description.source')) LIKE CONCAT('%', s.number, '%');

-- Suspensions that were stored without their author: as Stop.unsigned reads them. The words are the exchange's own.
UPDATE listing_board l SET stops = (
    SELECT JSON_ARRAY(JSON_OBJECT(
        'author', CASE WHEN s.reason LIKE '召回 recall %' THEN 'RECALL'
            WHEN s.reason LIKE '逾期未履行义务 obligation breached: %' THEN 'OBLIGATION' ELSE 'OPERATOR' END,
        'ground', CASE WHEN s.reason LIKE '召回 recall %' THEN 'RECALLED'
            WHEN s.reason LIKE '逾期未履行义务 obligation breached: %' THEN 'OBLIGATION_BREACHED' ELSE 'OPERATOR_ORDER' END,
        'cause', CASE WHEN s.reason LIKE '召回 recall %' THEN SUBSTRING_INDEX(s.reason, ' ', -1)
            WHEN s.reason LIKE '逾期未履行义务 obligation breached: %'
            THEN SUBSTRING_INDEX(SUBSTRING_INDEX(s.reason, 'breached: ', -1), ' ', 1) END,
        'by', '', 'reason', s.reason, 'since', DATE_FORMAT(l.since, '%Y-%m-%dT%H:%i:%s.%fZ')))
    FROM (SELECT e.aggregate_identifier,
            JSON_UNQUOTE(JSON_EXTRACT(CONVERT(e.payload USING utf8mb4), '$.reason')) AS reason
        FROM domain_event_entry e JOIN (
            SELECT aggregate_identifier, MAX(sequence_number) AS last FROM domain_event_entry
            WHERE payload_type = 'listing.suspended' AND type = 'Listing' GROUP BY aggregate_identifier) m
        ON m.aggregate_identifier = e.aggregate_identifier AND m.last = e.sequence_number AND e.type = 'Listing') s
    WHERE s.aggregate_identifier = l.id)
WHERE l.state = 'suspended';

UPDATE participant_board p SET stops = (
    SELECT JSON_ARRAY(JSON_OBJECT(
        'author', CASE WHEN s.reason LIKE '召回 recall %' THEN 'RECALL'
            WHEN s.reason LIKE '逾期未履行义务 obligation breached: %' THEN 'OBLIGATION' ELSE 'OPERATOR' END,
        'ground', CASE WHEN s.reason LIKE '召回 recall %' THEN 'RECALLED'
            WHEN s.reason LIKE '逾期未履行义务 obligation breached: %' THEN 'OBLIGATION_BREACHED' ELSE 'OPERATOR_ORDER' END,
        'cause', CASE WHEN s.reason LIKE '召回 recall %' THEN SUBSTRING_INDEX(s.reason, ' ', -1)
            WHEN s.reason LIKE '逾期未履行义务 obligation breached: %'
            THEN SUBSTRING_INDEX(SUBSTRING_INDEX(s.reason, 'breached: ', -1), ' ', 1) END,
        'by', '', 'reason', s.reason, 'since', DATE_FORMAT(p.since, '%Y-%m-%dT%H:%i:%s.%fZ')))
    FROM (SELECT e.aggregate_identifier,
            JSON_UNQUOTE(JSON_EXTRACT(CONVERT(e.payload USING utf8mb4), '$.reason')) AS reason
        FROM domain_event_entry e JOIN (
            SELECT aggregate_identifier, MAX(sequence_number) AS last FROM domain_event_entry
            WHERE payload_type = 'participant.suspended' AND type = 'Participant' GROUP BY aggregate_identifier) m
        ON m.aggregate_identifier = e.aggregate_identifier AND m.last = e.sequence_number AND e.type = 'Participant') s
    WHERE s.aggregate_identifier = p.id)
WHERE p.state = 'suspended';
