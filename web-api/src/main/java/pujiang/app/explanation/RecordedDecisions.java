package pujiang.app.explanation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import pujiang.app.decision.Audience;
import pujiang.app.decision.DecisionRef;
import pujiang.app.decision.DecisionView;
import pujiang.app.decision.PreTradeDecisions;
import pujiang.app.listing.ListingUseCases;
import pujiang.app.participant.ParticipantUseCases;
import pujiang.app.request.RequestRefusal.NotFound;
import pujiang.app.security.Caller;
import pujiang.app.trade.TradeAccess;
import pujiang.app.trade.TradeHistory;
import pujiang.compliance.Decision;
import pujiang.listing.ListingId;
import pujiang.participant.ParticipantId;
import pujiang.refusal.Refused;
import pujiang.trade.TradeId;
import pujiang.trade.TradeParty;

/** The recorded decisions on trades, listings and participants, for callers that may see their subject. */
@Component
public class RecordedDecisions {

    private final TradeAccess trades;
    private final TradeHistory history;
    private final ListingUseCases listings;
    private final ParticipantUseCases participants;
    private final PreTradeDecisions market;
    private final PastFacts past;

    RecordedDecisions(
            TradeAccess trades,
            TradeHistory history,
            ListingUseCases listings,
            ParticipantUseCases participants,
            PreTradeDecisions market,
            PastFacts past) {
        this.trades = trades;
        this.history = history;
        this.listings = listings;
        this.participants = participants;
        this.market = market;
        this.past = past;
    }

    /** @throws Refused if the caller may not see the trade, or it has no such decision */
    public RecordedDecision of(TradeId trade, DecisionRef decisionRef, Caller caller) {
        var agreement = trades.visible(trade, caller).agreement();
        var reader = Audience.of(caller, agreement);
        var decision = found(history.decision(trade, decisionRef));
        return new RecordedDecision(decision, reader, day -> past.facts(trade, decision, agreement, day));
    }

    /** @throws Refused if the listing is another's, or has no such decision */
    public RecordedDecision of(ListingId listing, DecisionRef decisionRef, Caller caller) {
        var offer = listings.seen(listing, caller).offer();
        var decision = found(decisionRef.among(market.of(listing)));
        return new RecordedDecision(decision, offering(caller), day -> past.facts(decision, offer, day));
    }

    /** @throws Refused if the file is another's, or has no such decision */
    public RecordedDecision of(ParticipantId participant, DecisionRef decisionRef, Caller caller) {
        var id = participants.seen(participant, caller).id();
        var decision = found(decisionRef.among(market.of(id)));
        return new RecordedDecision(decision, oneself(caller), day -> past.facts(decision, id, day));
    }

    public List<DecisionView> all(ListingId listing, Caller caller) {
        return views(market.of(listings.seen(listing, caller).id()), offering(caller));
    }

    public List<DecisionView> all(ParticipantId participant, Caller caller) {
        return views(market.of(participants.seen(participant, caller).id()), oneself(caller));
    }

    private static Audience offering(Caller caller) {
        return Audience.of(caller, TradeParty.VENDOR);
    }

    /** In its own file a party is vendor and buyer. */
    private static Audience oneself(Caller caller) {
        return Audience.of(caller, TradeParty.values());
    }

    private static List<DecisionView> views(Stream<Decision> decisions, Audience reader) {
        return decisions.map(decision -> DecisionView.of(decision, reader)).toList();
    }

    private static Decision found(Optional<Decision> decision) {
        return decision.orElseThrow(() -> new Refused(new NotFound()));
    }
}
