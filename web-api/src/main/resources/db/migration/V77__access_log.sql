-- Who has signed in, was refused, or has read what is personal or somebody's trade; kept for the months that the exchange
-- states to the law. What was changed stands in the events and the journals.
create table access_log (
    number      bigint       not null auto_increment,
    at          datetime(6)  not null,
    kind        varchar(16)  character set ascii collate ascii_bin not null,
    -- as it was given, where the sign-in failed
    username    varchar(64)  character set utf8mb4 collate utf8mb4_bin not null,
    participant varchar(64)  character set ascii collate ascii_bin null,
    source      varchar(64)  character set ascii collate ascii_bin not null,
    method      varchar(8)   character set ascii collate ascii_bin not null,
    -- without what follows the question mark
    path        varchar(500) character set utf8mb4 collate utf8mb4_bin not null,
    status      int          not null,
    constraint access_log_pk primary key (number)
);

create index access_log_age on access_log (at);
create index access_log_user on access_log (username, number);
