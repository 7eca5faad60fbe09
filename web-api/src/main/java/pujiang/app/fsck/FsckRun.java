package pujiang.app.fsck;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One check of all that is stored.
 *
 * @param state running, clean, damaged, failed, or interrupted if its exchange ended first
 * @param startedBy null for the nightly one
 * @param damaged how many places are damaged; null unless it came to an end
 * @param report what was looked at and what was found; null unless it came to an end
 * @param failure why it could not be done
 */
public record FsckRun(
        long id,
        String state,
        @Nullable String startedBy,
        Instant started,
        @Nullable Instant ended,
        @Nullable Long damaged,
        @Nullable Report report,
        @Nullable String failure) {

    static final String RUNNING = "running";
    static final String CLEAN = "clean";
    static final String DAMAGED = "damaged";
    static final String FAILED = "failed";
}
