-- Guesses at passwords, by the SHA-256 of what they are counted for: a name from one source, a name from all strangers, a
-- source. Whether or not a name is a user's: what is counted tells nobody which are.
drop table sign_in_failure;

create table sign_in_guess (
    counted_for binary(32)  not null,
    -- of the name, null where it is a source that is counted
    name_hash   binary(32)  null,
    failures    int         not null,
    last_at     datetime(6) not null,
    -- before which no guess is looked at
    next_at     datetime(6) not null,
    constraint sign_in_guess_pk primary key (counted_for)
) default charset = ascii;

create index sign_in_guess_age on sign_in_guess (last_at);
create index sign_in_guess_name on sign_in_guess (name_hash);

-- From where somebody has signed in under a name: the SHA-256 of an address, or of what a browser was given.
create table sign_in_place (
    name_hash  binary(32)  not null,
    place_hash binary(32)  not null,
    last_at    datetime(6) not null,
    constraint sign_in_place_pk primary key (name_hash, place_hash)
) default charset = ascii;

create index sign_in_place_age on sign_in_place (last_at);
