package pujiang.web.trade;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pujiang.participant.ParticipantId;
import pujiang.trade.Agreement;
import pujiang.trade.CertificateNumber;
import pujiang.trade.Content;
import pujiang.trade.TradeId;
import pujiang.web.decision.DecisionView;

/**
 * A trade as it stands, as both parties see it.
 *
 * @param state requested, agreed, delivery-held, delivered, disputed, completed or terminated
 * @param outcome refused, rejected, cancelled, lapsed, rescinded or settled; null while it has not ended
 * @param since when it came into this state
 * @param due when the state ends by itself, or null if it does not
 * @param decision the law's last answer
 * @param content what was handed over
 * @param fileName as its vendor calls it; null where it has named none
 * @param collected when the buyer first fetched it
 * @param version how many events came before the last
 */
public record TradeView(
        TradeId id,
        String state,
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
