package pujiang.app.watch;

import java.time.Instant;
import pujiang.app.decision.DecisionView;
import pujiang.listing.ListingId;
import pujiang.participant.ParticipantId;
import pujiang.product.ProductId;
import pujiang.trade.TradeId;

/**
 * A post-trade finding left to an officer.
 *
 * @param since the time of the evaluation
 * @param decision the result, to be resolved by its digest
 */
public record OpenFinding(
        TradeId trade,
        Instant since,
        ListingId listing,
        ProductId product,
        ParticipantId vendor,
        ParticipantId buyer,
        DecisionView decision) {}
