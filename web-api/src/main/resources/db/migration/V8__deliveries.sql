-- Who has uploaded which bytes. The file is kept once, whoever else has it.
create table content_board (
    sha256      char(64)     not null,
    owner       varchar(64)  not null,
    sm3         char(64)     not null,
    size        bigint       not null,
    media_type  varchar(127) not null,
    uploaded_at datetime(6)  not null,
    constraint content_board_pk primary key (sha256, owner)
) default charset = ascii;

create index content_board_owner on content_board (owner, uploaded_at, sha256);

-- Only the SHA-256 of a link's token is kept.
create table download_link (
    token_hash binary(32)  not null,
    trade      varchar(64) not null,
    buyer      varchar(64) not null,
    begin_by   datetime(6) not null,
    finish_by  datetime(6) not null,
    used_at    datetime(6) null,
    spent_at   datetime(6) null,
    constraint download_link_pk primary key (token_hash)
) default charset = ascii;
