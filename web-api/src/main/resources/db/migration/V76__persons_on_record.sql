-- Which person an account is for, by the number under which the exchange, or its participant, has them on record. One of
-- the exchange's own people has one account of its own, once and for all: who does what is then a person. Of accounts
-- that were opened before, nobody has said it.
alter table user_account add column person varchar(64) null;
alter table user_account add column staff_person varchar(64) null;

update user_account set person = username;
update user_account set staff_person = username where participant is null;

alter table user_account modify column person varchar(64) not null;
create unique index user_account_staff_person on user_account (staff_person);
create index user_account_person on user_account (person);

-- What a second person has to confirm, ADMISSION or RESET, and who has asked for it; null where nothing waits.
alter table user_account add column awaits varchar(16) null;
alter table user_account add column asked_by varchar(64) null;

-- Operator and officer are never one account. Who held both goes on as an operator: no approval is given by halves.
update user_account set roles = 'OPERATOR', epoch = epoch + 1
where roles in ('OPERATOR,COMPLIANCE_OFFICER', 'COMPLIANCE_OFFICER,OPERATOR');
