package pujiang.settlement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pujiang.participant.ParticipantId;

/**
 * The criteria of a search for bookings; null means no restriction.
 *
 * @param pending only those that wait for a second operator
 * @param since requested from then on
 * @param until requested before then
 */
public record BookingSearch(
        boolean pending, @Nullable ParticipantId participant, @Nullable Instant since, @Nullable Instant until) {

    public static final BookingSearch ALL = new BookingSearch(false, null, null, null);
    public static final BookingSearch PENDING = new BookingSearch(true, null, null, null);
}
