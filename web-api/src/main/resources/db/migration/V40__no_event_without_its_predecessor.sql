-- An event stands on the one before it: the first has none, every other one names it, and the database refuses what names
-- nothing. No event that has a successor can be deleted or renumbered either.
ALTER TABLE domain_event_entry
    ADD COLUMN predecessor BIGINT GENERATED ALWAYS AS (NULLIF(sequence_number, 0) - 1) STORED,
    ADD CONSTRAINT no_event_without_its_predecessor FOREIGN KEY (aggregate_identifier, predecessor, type)
        REFERENCES domain_event_entry (aggregate_identifier, sequence_number, type);
