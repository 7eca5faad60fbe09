-- Double entry: each transfer takes from one account and gives to another, so the books balance by construction.
-- Amounts are minor units (fen). Rows are only ever inserted; a mistake is corrected by a transfer the other way.
create table ledger_transfer (
    id        varchar(96) not null,
    debit     varchar(96) not null,
    credit    varchar(96) not null,
    minor     bigint      not null,
    currency  char(3)     not null,
    kind      varchar(16) not null,
    resolves  varchar(96) null,
    reference varchar(96) not null,
    at        datetime(6) not null,
    constraint ledger_transfer_pk primary key (id),
    -- a reservation is paid out or released, once
    constraint ledger_transfer_resolves unique (resolves),
    constraint ledger_transfer_positive check (minor > 0),
    constraint ledger_transfer_moves check (debit <> credit)
) default charset = ascii;

create index ledger_transfer_debit on ledger_transfer (debit, minor);
create index ledger_transfer_credit on ledger_transfer (credit, minor);

-- Only accounts that must not fall below zero have a row to guard; all others are the sum of their transfers.
create table ledger_limit (
    account  varchar(96) not null,
    minor    bigint      not null,
    constraint ledger_limit_pk primary key (account),
    constraint ledger_limit_not_negative check (minor >= 0)
) default charset = ascii;
