package pujiang.app.explanation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import pujiang.app.decision.Audience;
import pujiang.app.decision.DecisionView;
import pujiang.app.decision.MarketDecisions;
import pujiang.app.decision.Which;
import pujiang.app.listing.ListingMoves;
import pujiang.app.participant.ParticipantMoves;
import pujiang.app.request.RequestRefusal.NotFound;
import pujiang.app.security.Caller;
import pujiang.app.trade.TradeAccess;
import pujiang.app.trade.TradeHistory;
import pujiang.compliance.Decision;
import pujiang.listing.ListingId;
import pujiang.participant.ParticipantId;
import pujiang.refusal.Refused;
import pujiang.trade.Side;
import pujiang.trade.TradeId;

/** The recorded decisions on trades, listings and participants, for whoever may see what they are about. */
@Component
public class RecordedDecisions {

    private final TradeAccess trades;
    private final TradeHistory history;
    private final ListingMoves listings;
    private final ParticipantMoves participants;
    private final MarketDecisions market;
    private final PastFacts past;

    RecordedDecisions(
            TradeAccess trades,
            TradeHistory history,
            ListingMoves listings,
            ParticipantMoves participants,
            MarketDecisions market,
            PastFacts past) {
        this.trades = trades;
        this.history = history;
        this.listings = listings;
        this.participants = participants;
        this.market = market;
        this.past = past;
    }

    /** @throws Refused if the caller may not see the trade, or it has no such decision */
    public Decided of(TradeId trade, Which which, Caller caller) {
        var agreement = trades.visible(trade, caller).agreement();
        var reader = Audience.of(caller, agreement);
        var decision = found(history.decision(trade, which));
        return new Decided(decision, reader, day -> past.facts(trade, decision, agreement, day));
    }

    /** @throws Refused if the listing is another's, or has no such decision */
    public Decided of(ListingId listing, Which which, Caller caller) {
        var offer = listings.seen(listing, caller).offer();
        var decision = found(which.among(market.of(listing)));
        return new Decided(decision, offering(caller), day -> past.facts(decision, offer, day));
    }

    /** @throws Refused if the file is another's, or has no such decision */
    public Decided of(ParticipantId participant, Which which, Caller caller) {
        var id = participants.seen(participant, caller).id();
        var decision = found(which.among(market.of(id)));
        return new Decided(decision, oneself(caller), day -> past.facts(decision, id, day));
    }

    public List<DecisionView> all(ListingId listing, Caller caller) {
        return views(market.of(listings.seen(listing, caller).id()), offering(caller));
    }

    public List<DecisionView> all(ParticipantId participant, Caller caller) {
        return views(market.of(participants.seen(participant, caller).id()), oneself(caller));
    }

    private static Audience offering(Caller caller) {
        return Audience.of(caller, Side.VENDOR);
    }

    /** In its own file a party speaks as a vendor and as a buyer. */
    private static Audience oneself(Caller caller) {
        return Audience.of(caller, Side.values());
    }

    private static List<DecisionView> views(Stream<Decision> decisions, Audience reader) {
        return decisions.map(decision -> DecisionView.of(decision, reader)).toList();
    }

    private static Decision found(Optional<Decision> decision) {
        return decision.orElseThrow(() -> new Refused(new NotFound()));
    }
}
