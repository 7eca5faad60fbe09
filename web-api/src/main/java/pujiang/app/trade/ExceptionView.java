package pujiang.app.trade;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pujiang.listing.ListingId;
import pujiang.participant.ParticipantId;
import pujiang.trade.TradeId;
import pujiang.trade.Waiver;

/**
 * An exception as officers see it.
 *
 * @param trade in which it was granted
 * @param sequence of the event within that trade
 * @param rules those that it lets pass
 * @param until the last day on which it counts
 * @param revoked null while nobody has taken it back
 */
public record ExceptionView(
        TradeId trade,
        long sequence,
        Waiver.Scope scope,
        ListingId listing,
        ParticipantId buyer,
        List<String> rules,
        LocalDate until,
        String officer,
        String ground,
        String evidence,
        Instant granted,
        State state,
        @Nullable Revocation revoked) {

    /** How it stands; the first that holds. */
    public enum State {
        /** An officer has taken it back: no later decision hears of it. */
        REVOKED,
        /** Its last day has passed. */
        ENDED,
        /** The newest decision of its scope no longer asks for it. */
        NOT_NEEDED,
        /** Ends within 30 days. */
        EXPIRING,
        IN_FORCE
    }

    /** Who took it back, when and why. */
    public record Revocation(String officer, Instant at, String ground) {}

    /** Whether later decisions may still hear of it, and so whether it can be taken back. */
    public boolean counts() {
        return state != State.REVOKED && state != State.ENDED;
    }
}
