package pujiang.app.rulebook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pujiang.rulebook.DraftId;

/**
 * One replay of a draft.
 *
 * @param edition of the draft
 * @param before digest of the book in force when it began
 * @param book digest of the draft's
 * @param done number of replayed decisions
 * @param total number of decisions at its start; 0 until they are counted
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
        /** Its exchange was stopped during the run; it can be started again. */
        INTERRUPTED,
        FAILED,
        DONE
    }
}
