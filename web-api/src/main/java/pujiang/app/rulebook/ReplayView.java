package pujiang.app.rulebook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pujiang.rulebook.DraftId;

/**
 * One run of a draft over the past.
 *
 * @param edition of the draft that is asked
 * @param before digest of the book in force when it began
 * @param book digest of the draft's
 * @param done decisions that were asked about
 * @param total decisions that there were when it began; 0 until they are counted
 * @param report digest of the report; null unless it is done
 */
public record ReplayView(
        long id,
        DraftId draft,
        int edition,
        String before,
        String book,
        String startedBy,
        Instant startedAt,
        State state,
        long done,
        long total,
        @Nullable Instant endedAt,
        @Nullable String report) {

    public enum State {
        RUNNING,
        /** Its exchange was stopped meanwhile; it can be started again. */
        INTERRUPTED,
        FAILED,
        DONE
    }
}
