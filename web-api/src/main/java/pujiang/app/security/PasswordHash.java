package pujiang.app.security;

/** The one-way function of passwords; costly on purpose. */
public interface PasswordHash {

    /** The memory limit of one run. */
    long BYTES = 64L * 1024 * 1024;

    /** The stored form of a password: parameters, salt and hash as one string. */
    String of(String password);

    /** @param hash of {@link #of} */
    boolean matches(String password, String hash);
}
