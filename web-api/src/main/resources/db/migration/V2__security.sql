create table user_account (
    username        varchar(64)  not null,
    password_hash   varchar(200) not null,
    display_name    varchar(200) not null,
    -- null for the exchange's own staff
    participant     varchar(64)  null,
    roles           varchar(200) not null,
    enabled         boolean      not null,
    failed_attempts int          not null,
    locked_until    datetime(6)  null,
    created_at      datetime(6)  not null,
    constraint user_account_pk primary key (username)
);

create index user_account_participant on user_account (participant);

-- Only the SHA-256 of a token is kept: 256 random bits need no slow hash, and a request must not wait for one.
create table access_token (
    token_hash  binary(32)   not null,
    id          varchar(32)  not null,
    username    varchar(64)  not null,
    name        varchar(100) not null,
    created_at  datetime(6)  not null,
    expires_at  datetime(6)  not null,
    revoked_at  datetime(6)  null,
    constraint access_token_pk primary key (token_hash),
    constraint access_token_id unique (id)
);

create index access_token_user on access_token (username);
