-- What was asked, as method and address, and a seal over it, the request's digest and the answer, so that a check can tell
-- whether they belong together. Both are null in rows of an earlier release.
--
-- The seal is the SHA-256 of these lines and what follows them:
--     caller
--     key_hash in hexadecimal
--     fingerprint in hexadecimal
--     status
--     the lengths in bytes of operation, headers and body, in UTF-8, with a blank between them
-- then operation, headers and body, one directly after the other.
ALTER TABLE idempotency
    ADD COLUMN operation VARCHAR(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    ADD COLUMN seal BINARY(32);
