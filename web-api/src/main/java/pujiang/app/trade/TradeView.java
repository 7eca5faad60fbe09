package pujiang.app.trade;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pujiang.app.decision.Audience;
import pujiang.app.decision.DecisionView;
import pujiang.app.security.Caller;
import pujiang.delivery.Content;
import pujiang.participant.ParticipantId;
import pujiang.trade.Agreement;
import pujiang.trade.CertificateNumber;
import pujiang.trade.TradeId;
import pujiang.trade.TradeStatus;

/**
 * The current state of a trade.
 *
 * @param outcome refused, rejected, cancelled, lapsed, rescinded or settled; null while it has not ended
 * @param since when it entered this state
 * @param due when the state ends by itself, or null if it does not
 * @param decision the last one
 * @param content the delivered file
 * @param fileName from its vendor; null without one
 * @param collected when the buyer first fetched it
 * @param version how many events came before the last
 */
public record TradeView(
        TradeId id,
        TradeStatus state,
        @Nullable String outcome,
        Agreement agreement,
        DecisionView decision,
        Instant ordered,
        Instant since,
        @Nullable Instant due,
        @Nullable Content content,
        @Nullable String fileName,
        @Nullable Instant collected,
        @Nullable CertificateNumber certificate,
        long version) {

    /** As that caller reads it: boards keep the decision whole. */
    public TradeView readBy(Caller caller) {
        return new TradeView(
                id,
                state,
                outcome,
                agreement,
                decision.readBy(reader(caller)),
                ordered,
                since,
                due,
                content,
                fileName,
                collected,
                certificate,
                version);
    }

    /** The side of the caller. */
    public Audience reader(Caller caller) {
        return Audience.of(caller, agreement);
    }

    public boolean isParty(ParticipantId participant) {
        return isBuyer(participant) || isVendor(participant);
    }

    public boolean isBuyer(ParticipantId participant) {
        return agreement.buyer().equals(participant);
    }

    public boolean isVendor(ParticipantId participant) {
        return agreement.vendor().equals(participant);
    }
}
