package pujiang.app.trade;

import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import pujiang.compliance.Bilingual;
import pujiang.compliance.Gate;
import pujiang.listing.ListingId;
import pujiang.participant.ParticipantId;
import pujiang.product.ProductId;
import pujiang.trade.Risk;
import pujiang.trade.TradeId;

/**
 * A held order or delivery in the officers' queue.
 *
 * @param gate ORDER or DELIVERY
 * @param risk by its gravest reason
 * @param reasons gravest first
 * @param escalated whether the deadline of the decision has passed once; escalated reviews come first
 * @param due when it is escalated, or, if it has been, when it lapses
 * @param claim of an officer; null without one
 * @param supportedBy the first of two officers, who approved this decision; null before
 * @param decision digest of the decision, which an approval names
 * @param waitsFor a party from which a document was requested, or else the officer
 * @param since when it was held
 */
public record ReviewView(
        TradeId trade,
        Gate gate,
        Risk.Level risk,
        List<Cause> reasons,
        boolean escalated,
        Instant due,
        @Nullable Claim claim,
        @Nullable String supportedBy,
        String decision,
        List<Awaited> waitsFor,
        ListingId listing,
        ProductId product,
        ParticipantId vendor,
        ParticipantId buyer,
        Money price,
        Instant since) {

    /** The person for whom a review waits. */
    public enum Awaited {
        OFFICER,
        VENDOR,
        BUYER
    }

    /** A reason, for programs and for readers of either language. */
    public record Cause(Risk.Reason reason, Bilingual words) {

        static Cause of(Risk.Reason reason) {
            return new Cause(reason, reason.words());
        }
    }

    /** @param until when it ends by itself */
    public record Claim(String officer, Instant until) {}

    /** Whether another officer's claim prevents this one from deciding. */
    public boolean claimedByAnother(String officer) {
        return claim != null && !claim.officer().equals(officer);
    }

    public boolean claimedBy(String officer) {
        return claim != null && claim.officer().equals(officer);
    }
}
