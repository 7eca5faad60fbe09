package pujiang.app.settlement;

import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import pujiang.participant.ParticipantId;
import pujiang.settlement.BankBooking;
import pujiang.settlement.BankBooking.Direction;
import pujiang.settlement.BankBooking.End;
import pujiang.settlement.BookingId;

/**
 * A deposit or a withdrawal with its author.
 *
 * @param state pending, booked, rejected, withdrawn or expired
 * @param due until when a second operator can confirm it; null where one is enough
 * @param digest what a second operator confirms
 * @param end null while it waits; without an author if it has expired
 */
public record BookingView(
        BookingId id,
        Direction direction,
        ParticipantId participant,
        Money amount,
        String reference,
        String note,
        String state,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant due,
        String digest,
        @Nullable End end) {

    public static BookingView of(BankBooking booking) {
        return new BookingView(
                booking.id(),
                booking.direction(),
                booking.participant(),
                booking.amount(),
                booking.reference(),
                booking.note(),
                booking.state(),
                booking.requestedBy(),
                booking.requestedAt(),
                booking.due(),
                booking.digest(),
                booking.end());
    }
}
