-- Whom the exchange has suspended, its own organisation does not let in again. Of suspensions that were stored without
-- their author, the exchange's is the strict reading.
ALTER TABLE user_account ADD COLUMN stopped_by_exchange BOOLEAN NOT NULL DEFAULT FALSE;

UPDATE user_account SET stopped_by_exchange = TRUE WHERE NOT enabled;
