-- A token counts in the epoch of its account in which it was made: a new password, or a suspension, begins another.
alter table access_token add column epoch int not null default 0;

update access_token set epoch = coalesce(
    (select u.epoch from user_account u where u.username = access_token.username), 0);
