package pujiang.app.parked;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event that a follower could not handle, or that waits behind one of its aggregate.
 *
 * @param follower whose it is
 * @param sequence whose events keep their order
 * @param behind whether it waits for one before it; it is handled once that is
 * @param type of the aggregate that it happened to
 * @param aggregate which one
 * @param number of the event there, counted from 0
 * @param name under which it is stored
 * @param cause why it could not be handled; null if it has not been tried
 * @param attempts how often one of its sequence has failed
 * @param nextAttempt when the first of its sequence is tried again; null where that is at once
 */
public record ParkedEvent(
        String id,
        String follower,
        String sequence,
        boolean behind,
        String event,
        String name,
        String type,
        String aggregate,
        long number,
        Instant happened,
        Instant parked,
        @Nullable String cause,
        int attempts,
        @Nullable Instant nextAttempt) {

    /** A place in the list, the longest parked first. */
    public record Place(String parked, String id) {

        public static List<String> of(ParkedEvent event) {
            return List.of(event.parked().toString(), event.id());
        }

        public static Place of(List<String> parts) {
            return new Place(parts.getFirst(), parts.getLast());
        }
    }
}
