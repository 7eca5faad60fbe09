package pujiang.app.watch;

import java.time.Instant;
import pujiang.app.decision.DecisionView;
import pujiang.listing.ListingId;
import pujiang.participant.ParticipantId;
import pujiang.product.ProductId;
import pujiang.trade.TradeId;

/**
 * What the law has left to an officer after a trade.
 *
 * @param since when it was asked
 * @param decision its answer, to be resolved by its digest
 */
public record OpenFinding(
        TradeId trade,
        Instant since,
        ListingId listing,
        ProductId product,
        ParticipantId vendor,
        ParticipantId buyer,
        DecisionView decision) {}
