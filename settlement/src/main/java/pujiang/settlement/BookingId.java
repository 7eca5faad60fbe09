package pujiang.settlement;

import java.util.regex.Pattern;
import pujiang.refusal.Invalid;
import pujiang.settlement.BankBooking.Direction;

/** The id of a booking: direction, the bank's reference, and the attempt, because an ended one can be repeated. */
public record BookingId(String value) {

    private static final Pattern FORM = Pattern.compile("(in|out)\\.[a-z0-9][a-z0-9-]{1,62}[a-z0-9]\\.[1-9][0-9]{0,3}");

    public BookingId {
        if (!FORM.matcher(value).matches()) {
            throw Invalid.at("booking", "id.malformed", "must be as the list of bookings names it", FORM.pattern());
        }
    }

    static BookingId of(Direction direction, String reference, int attempt) {
        return new BookingId(direction.word() + "." + reference + "." + attempt);
    }

    @Override
    public String toString() {
        return value;
    }
}
