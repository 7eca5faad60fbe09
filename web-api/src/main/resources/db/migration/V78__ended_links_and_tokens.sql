-- Links and tokens that have ended are forgotten by age.
create index access_token_expiry on access_token (expires_at);
create index access_token_revocation on access_token (revoked_at);
create index download_link_end on download_link (finish_by);
