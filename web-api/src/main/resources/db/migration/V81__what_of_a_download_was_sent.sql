-- The bytes that have arrived by a link, as "start-end,start-end": the byte after the last is the end.
alter table download_link add column sent varchar(4000) not null default '';
