package pujiang.app.security;

/** The one-way function of passwords; costly on purpose. */
public interface PasswordHash {

    /** What one run takes of memory at most. */
    long BYTES = 64L * 1024 * 1024;

    /** What is kept of a password: parameters, salt and hash as one text. */
    String of(String password);

    /** @param hash of {@link #of} */
    boolean matches(String password, String hash);
}
