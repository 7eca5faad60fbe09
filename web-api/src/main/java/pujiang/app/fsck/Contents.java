package pujiang.app.fsck;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The delivered files, as far as whoever checks has them at hand, and how much of them is read. */
public interface Contents {

    /** The folder in which they lie; empty if nobody has named it. */
    Optional<Path> folder();

    /** After so many bytes no other file is begun. */
    long most();

    /** @param bytes that have been read so far */
    default void progress(long bytes) {}

    /**
     * Told of each file that was read, so that the next time it is another's turn.
     *
     * @param fault what was found in its place; null if it is what it should be
     */
    default void compared(String sha256, @Nullable String fault) {}

    static Contents of(Optional<Path> folder, long most) {
        record Plain(Optional<Path> folder, long most) implements Contents {}
        return new Plain(folder, most);
    }
}
