package pujiang.app.idempotency;

/**
 * A request to be executed once. Digests, because keys and bodies are of any length, and a body may contain data that
 * should not be stored in a second place.
 *
 * @param caller keys of different callers never meet
 * @param key SHA-256 of the key, hexadecimal
 * @param fingerprint SHA-256 of method, address and body, hexadecimal: the same request byte for byte
 * @param operation method and address, as the exchange understands them: decoded, without query and path parameters
 */
public record Claim(String caller, String key, String fingerprint, String operation) {

    /** The key that must not run twice at a time. */
    Id id() {
        return new Id(caller, key);
    }

    record Id(String caller, String key) {}
}
