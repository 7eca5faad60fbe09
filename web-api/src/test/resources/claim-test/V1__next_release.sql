create table claim_test_next_release (one int not null);
