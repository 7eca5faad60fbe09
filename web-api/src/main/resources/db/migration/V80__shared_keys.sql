-- Keys that all processes on this database share: each is made by the first process that asks for it.
create table shared_key (
    name  varchar(32) not null,
    bytes binary(32)  not null,
    constraint shared_key_pk primary key (name)
) default charset = ascii;
