package pujiang.app.rulebook;

import java.time.Instant;

/**
 * A decision that could not be replayed under the draft; no result is assumed.
 *
 * @param number among those of the report, from 1
 * @param kind of its subject: trade, listing or participant
 * @param event its number in the subject's life, from 0
 * @param detail in the words of the failed component
 */
public record UnaskedView(
        long number, String kind, String subject, long event, Instant at, Reason reason, String detail) {

    public enum Reason {
        /** Its event, or the facts in it, cannot be read by this program. */
        UNREADABLE,
        /** The rule engine failed on the draft's rules. */
        ENGINE_FAILED
    }
}
