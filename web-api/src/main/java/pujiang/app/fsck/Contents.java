package pujiang.app.fsck;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The delivered files, as far as this check can reach them, and how much of them is read. */
public interface Contents {

    /** Their folder; empty if not configured. */
    Optional<Path> folder();

    /** After so many bytes no other file is begun. */
    long most();

    /** @param bytes that have been read so far */
    default void progress(long bytes) {}

    /**
     * Receives each file that was read, so that the next check reads others.
     *
     * @param fault what was found in its place; null if it is unchanged
     */
    default void compared(String sha256, @Nullable String fault) {}

    static Contents of(Optional<Path> folder, long most) {
        record Plain(Optional<Path> folder, long most) implements Contents {}
        return new Plain(folder, most);
    }
}
