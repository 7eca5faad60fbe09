package pujiang.app.listing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pujiang.app.decision.Audience;
import pujiang.app.decision.DecisionView;
import pujiang.app.security.ActorNames;
import pujiang.app.security.Caller;
import pujiang.listing.ListingId;
import pujiang.listing.Terms;
import pujiang.participant.ParticipantId;
import pujiang.product.ProductId;
import pujiang.stop.Stop;
import pujiang.trade.TradeParty;

/**
 * A listing as it is read over HTTP.
 *
 * @param title of the product
 * @param revision of the terms: the ETag that an order or a change names
 * @param state held, published, suspended, refused, rejected, lapsed or withdrawn
 * @param since when it entered this state
 * @param due when the state ends by itself, or null if it does not
 * @param decision the last one, for the vendor and exchange staff; where it denied a revision or a resumption, the
 * listing did not change
 * @param stops on it, for the vendor and exchange staff: it is published only without any
 */
public record ListingAnswer(
        ListingId id,
        ProductId product,
        String title,
        ParticipantId vendor,
        String vendorName,
        Terms terms,
        int revision,
        String state,
        Instant listedAt,
        Instant since,
        @Nullable Instant due,
        @Nullable DecisionView decision,
        List<Stop> stops) {

    public static ListingAnswer of(CatalogueEntry entry, Caller caller, ActorNames actorNames) {
        var listing = entry.listing();
        var decision = listing.decision();
        var theirs = Catalogue.theirs(listing, caller);
        return new ListingAnswer(
                listing.id(),
                listing.offer().product(),
                entry.title(),
                listing.offer().vendor(),
                entry.vendorName(),
                listing.offer().terms(),
                listing.revision(),
                listing.state(),
                entry.listedAt(),
                listing.since(),
                listing.due(),
                theirs && decision != null ? DecisionView.of(decision, Audience.of(caller, TradeParty.VENDOR)) : null,
                theirs ? actorNames.shown(listing.stops(), caller) : List.of());
    }
}
