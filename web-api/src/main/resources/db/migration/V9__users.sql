-- Failed sign-ins by the SHA-256 of the name, whether or not it is a user's: what is counted tells nobody which are.
create table sign_in_failure (
    name_hash    binary(32)  not null,
    failures     int         not null,
    last_at      datetime(6) not null,
    locked_until datetime(6) null,
    constraint sign_in_failure_pk primary key (name_hash)
) default charset = ascii;

create index sign_in_failure_age on sign_in_failure (last_at);

alter table user_account drop column failed_attempts;
alter table user_account drop column locked_until;
-- Raised when everything that was signed in before has to end.
alter table user_account add column epoch int not null default 0;
