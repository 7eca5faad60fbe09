package pujiang.app.rulebook;

/**
 * The newest report of a draft.
 *
 * @param digest over every flip, every decision that was not asked about, and the report itself; an activation is bound to it
 * @param current whether it is about the newest edition and the book in force
 * @param since decisions that were made meanwhile, which it does not cover
 * @param most how many of them an activation puts up with
 */
public record ReportView(String digest, boolean current, long since, int most, ReplayReport report) {

    /** Whether the draft may be activated on it. */
    public boolean suffices() {
        return current && since <= most;
    }
}
