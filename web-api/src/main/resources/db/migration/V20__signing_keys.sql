-- The exchange's public keys, so that a program with other keys does not go on signing for it.
create table signing_key (
    -- one pair at a time; that a pair is replaced is not modelled yet
    one     tinyint      not null,
    id      varchar(32)  not null,
    sm2     varchar(130) not null,
    ed25519 varchar(64)  not null,
    since   datetime(6)  not null,
    constraint signing_key_pk primary key (one),
    constraint signing_key_one check (one = 1)
) default charset = ascii;
