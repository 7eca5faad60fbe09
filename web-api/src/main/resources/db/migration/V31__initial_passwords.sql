-- Until when a password that the exchange made in a reset can be exchanged for one's own; null for one's own.
alter table user_account add column initial_until datetime(6) null;
