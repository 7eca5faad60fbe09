-- Every deposit and withdrawal: who asked for it, on which ground, and how it ended. Rows are only ever inserted.
create table bank_booking (
    -- IN or OUT
    direction    varchar(3)  not null,
    -- the bank's own
    reference    varchar(64) not null,
    -- one that was ended without money moving can be asked for anew
    attempt      smallint    not null,
    participant  varchar(64) not null,
    minor        bigint      not null,
    currency     char(3)     not null,
    note         varchar(2000) character set utf8mb4 collate utf8mb4_bin not null,
    requested_by varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
    requested_at datetime(6) not null,
    -- until when a second operator can confirm it; null where one is enough
    due_at       datetime(6) null,
    constraint bank_booking_pk primary key (direction, reference, attempt),
    constraint bank_booking_positive check (minor > 0)
) default charset = ascii;

create index bank_booking_age on bank_booking (requested_at, direction, reference, attempt);
create index bank_booking_participant on bank_booking (participant, direction, requested_at);
create index bank_booking_due on bank_booking (due_at);

-- One for each booking that waits no more: the key makes the first of two who decide at once the only one.
create table bank_booking_end (
    direction  varchar(3)  not null,
    reference  varchar(64) not null,
    attempt    smallint    not null,
    outcome    varchar(16) not null,
    decided_by varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
    reason     varchar(2000) character set utf8mb4 collate utf8mb4_bin not null,
    decided_at datetime(6) not null,
    constraint bank_booking_end_pk primary key (direction, reference, attempt),
    constraint bank_booking_end_booking foreign key (direction, reference, attempt)
        references bank_booking (direction, reference, attempt)
) default charset = ascii;

-- What was booked before there was a journal, by whom is not known.
insert into bank_booking (direction, reference, attempt, participant, minor, currency, note, requested_by, requested_at,
    due_at)
select if(kind = 'DEPOSIT', 'IN', 'OUT'), reference, 1,
    left(if(kind = 'DEPOSIT', credit, debit), char_length(if(kind = 'DEPOSIT', credit, debit)) - char_length('/available')),
    minor, currency, '', '', at, null
from ledger_transfer
where id like 'bank/in/%' and kind = 'DEPOSIT' or id like 'bank/out/%' and kind = 'WITHDRAWAL';

insert into bank_booking_end (direction, reference, attempt, outcome, decided_by, reason, decided_at)
select direction, reference, attempt, 'BOOKED', '', '', requested_at from bank_booking;
