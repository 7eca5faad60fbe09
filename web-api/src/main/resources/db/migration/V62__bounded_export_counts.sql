-- A share from before persons had a bound counts as the most there can be (pujiang.compliance.ProductFacts.MOST_SUBJECTS):
-- it is beyond every threshold as well, and leaves room for the shares to come.
UPDATE export_share SET persons = 100000000000 WHERE persons > 100000000000;

UPDATE export_count c SET
    non_sensitive = (SELECT COALESCE(SUM(IF(s.of_sensitive, 0, s.persons)), 0) FROM export_share s
        WHERE s.exporter = c.exporter AND s.year = c.year),
    sensitive_pi = (SELECT COALESCE(SUM(IF(s.of_sensitive, s.persons, 0)), 0) FROM export_share s
        WHERE s.exporter = c.exporter AND s.year = c.year);
