package pujiang.app.operation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An act of an operator on the exchange's own work, with the reason, stored permanently.
 *
 * @param number of the act, counted from 1
 * @param what it was: event-retried, event-discarded, item-retried or clock-acknowledged
 * @param subject of the act
 * @param cause the failure of the subject; null if unknown
 */
public record OperatorAction(
        long number, String what, String subject, @Nullable String cause, String actor, Instant at, String reason) {

    static final int LONGEST_REASON = 2_000;

    /** A place in the list, which is newest first. */
    public record Place(long number) {

        public static List<String> of(OperatorAction operatorAction) {
            return List.of(Long.toString(operatorAction.number()));
        }

        public static Place of(List<String> parts) {
            return new Place(Long.parseLong(parts.getFirst()));
        }
    }
}
