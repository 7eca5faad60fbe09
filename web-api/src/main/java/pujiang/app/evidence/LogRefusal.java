package pujiang.app.evidence;

import pujiang.refusal.Refusal;

/** Reasons to refuse a submitted checkpoint, in order of precedence. */
public sealed interface LogRefusal extends Refusal {

    /** No checkpoint, or one that this exchange did not sign. */
    record NotOurs(String difference) implements LogRefusal {}

    /**
     * The exchange has signed it, and its log is another.
     *
     * @param shown how many statements it covers
     * @param own how many the log has
     */
    record Fork(long shown, long own) implements LogRefusal {}
}
