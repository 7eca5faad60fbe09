package pujiang.app.rulebook;

/**
 * The newest report of a draft.
 *
 * @param digest over every changed decision, every decision not replayed, and the report itself; an activation is bound
 * to it
 * @param current whether it is about the newest version and the book in force
 * @param since decisions after the report, which it does not cover
 * @param most how many of them an activation accepts
 */
public record ReportView(String digest, boolean current, long since, int most, ReplayReport report) {

    /** Whether the draft may be activated on it. */
    public boolean suffices() {
        return current && since <= most;
    }
}
