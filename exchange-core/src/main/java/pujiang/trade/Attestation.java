package pujiang.trade;

/**
 * A signed statement, kept as the bytes that were signed.
 *
 * @param statement canonical JSON (RFC 8785); these characters in UTF-8 are what the signatures cover
 * @param digest SHA-256 of those bytes, lower-case hexadecimal
 * @param key which of the exchange's key pairs signed
 * @param sm2 signature with SM2 and SM3 (GB/T 32918.2), Base64
 * @param ed25519 signature with Ed25519 (RFC 8032), Base64
 */
public record Attestation(String statement, String digest, String key, String sm2, String ed25519) {}
