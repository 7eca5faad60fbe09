-- As the vendor calls the file that it has delivered; null where it has named none.
alter table trade_board add column file_name varchar(200) null;
