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
 * @param rules that it covers
 * @param until the last day on which it applies
 * @param revoked null unless it was revoked
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

    /** Its state; the first that holds. */
    public enum State {
        /** An officer has revoked it: it does not apply to later decisions. */
        REVOKED,
        /** Its last day has passed. */
        ENDED,
        /** The newest decision of its scope no longer needs it. */
        NOT_NEEDED,
        /** Ends within 30 days. */
        EXPIRING,
        IN_FORCE
    }

    /** The author, time and reason of the revocation. */
    public record Revocation(String officer, Instant at, String ground) {}

    /** Whether it may still apply to later decisions, and so whether it can be revoked. */
    public boolean counts() {
        return state != State.REVOKED && state != State.ENDED;
    }
}
