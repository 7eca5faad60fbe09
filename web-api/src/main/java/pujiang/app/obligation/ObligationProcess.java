package pujiang.app.obligation;

import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.stereotype.Component;
import pujiang.app.follower.Follower;
import pujiang.app.listing.ListingBoard;
import pujiang.app.trade.TradeBoard;
import pujiang.compliance.Decision;
import pujiang.compliance.Provisions;
import pujiang.listing.ListingEvent;
import pujiang.listing.ListingEvent.ListingAnswerChanged;
import pujiang.listing.ListingEvent.ListingEnded;
import pujiang.listing.ListingEvent.ListingHeld;
import pujiang.listing.ListingEvent.ListingLapsed;
import pujiang.listing.ListingEvent.ListingPublished;
import pujiang.listing.ListingEvent.ListingRefused;
import pujiang.listing.ListingEvent.ListingRejected;
import pujiang.listing.ListingEvent.ListingResumed;
import pujiang.listing.ListingEvent.ListingResumptionRefused;
import pujiang.listing.ListingEvent.ListingRevised;
import pujiang.listing.ListingEvent.ListingRevisionRefused;
import pujiang.listing.ListingEvent.ListingStopLifted;
import pujiang.listing.ListingEvent.ListingSuspended;
import pujiang.listing.ListingEvent.ListingWithdrawn;
import pujiang.listing.ListingId;
import pujiang.listing.Offer;
import pujiang.obligation.ObligationEvent.ObligationBreached;
import pujiang.obligation.ObligationEvent.ObligationDischarged;
import pujiang.obligation.ObligationId;
import pujiang.obligation.ObligationsFromDecision;
import pujiang.obligation.ObligationsFromDelivery;
import pujiang.participant.ParticipantEvent.ParticipantVerified;
import pujiang.trade.ReviewEvent.AnswerChanged;
import pujiang.trade.ReviewEvent.DocumentProvided;
import pujiang.trade.ReviewEvent.DocumentRequestWithdrawn;
import pujiang.trade.ReviewEvent.DocumentRequested;
import pujiang.trade.ReviewEvent.ExceptionGranted;
import pujiang.trade.ReviewEvent.ExceptionRevoked;
import pujiang.trade.ReviewEvent.ReviewClaimed;
import pujiang.trade.ReviewEvent.ReviewContinued;
import pujiang.trade.ReviewEvent.ReviewEscalated;
import pujiang.trade.ReviewEvent.ReviewRejected;
import pujiang.trade.ReviewEvent.ReviewReleased;
import pujiang.trade.ReviewEvent.ReviewSupported;
import pujiang.trade.ReviewEvent.UseStated;
import pujiang.trade.TradeEvent;
import pujiang.trade.TradeEvent.CertificateIssued;
import pujiang.trade.TradeEvent.DeliveryAccepted;
import pujiang.trade.TradeEvent.DeliveryCollected;
import pujiang.trade.TradeEvent.DeliveryDisputed;
import pujiang.trade.TradeEvent.DeliveryHeld;
import pujiang.trade.TradeEvent.DeliveryMade;
import pujiang.trade.TradeEvent.DeliveryRefused;
import pujiang.trade.TradeEvent.DisputeDismissed;
import pujiang.trade.TradeEvent.OrderHeld;
import pujiang.trade.TradeEvent.OrderRefused;
import pujiang.trade.TradeEvent.TradeAgreed;
import pujiang.trade.TradeEvent.TradeCancelled;
import pujiang.trade.TradeEvent.TradeLapsed;
import pujiang.trade.TradeEvent.TradeRescinded;
import pujiang.trade.TradeEvent.TradeSettled;
import pujiang.trade.TradeId;
import pujiang.watch.WatchEvent.AfterwardsJudged;

/**
 * Opens and closes obligations by events. It is asynchronous, because a trade need not wait for it; obligations before
 * delivery are enforced by the decision and by {@link DeliveryHold}, whether this processor has read so far or not.
 */
@Component
class ObligationProcess implements Follower {

    private final ObligationBoard board;
    private final TradeBoard trades;
    private final ListingBoard listings;
    private final ObligationOpener obligationOpener;
    private final BreachHandler breachHandler;
    private final Provisions law;

    ObligationProcess(
            ObligationBoard board,
            TradeBoard trades,
            ListingBoard listings,
            ObligationOpener obligationOpener,
            BreachHandler breachHandler,
            Provisions law) {
        this.law = law;
        this.board = board;
        this.trades = trades;
        this.listings = listings;
        this.obligationOpener = obligationOpener;
        this.breachHandler = breachHandler;
    }

    @Override
    public String name() {
        return "obligations";
    }

    @EventHandler
    void on(ParticipantVerified verified) {
        var finder = Finder.of(verified.participant());
        obligationOpener.closeWhatIsNotIn(verified.decision(), finder);
        obligationOpener.open(ObligationsFromDecision.of(verified.participant(), verified.decision()), finder);
    }

    @EventHandler
    void on(ListingEvent event) {
        switch (event) {
            case ListingPublished(var listing, var offer, var decision, var _) -> judged(listing, offer, decision);
            case ListingRevised(var listing, var _, var terms, var decision) ->
                listings.find(listing)
                        .map(found ->
                                new Offer(found.offer().product(), found.offer().vendor(), terms))
                        .ifPresent(offer -> judged(listing, offer, decision));
            case ListingResumed(var listing, var decision) ->
                listings.find(listing).ifPresent(found -> judged(listing, found.offer(), decision));
            case ListingWithdrawn(var listing, var _) ->
                obligationOpener.closeWhatComesBeforeDelivery(board.of(listing), "listing withdrawn");
            case ListingEnded(var listing, var _) ->
                obligationOpener.closeWhatComesBeforeDelivery(board.of(listing), "listing ended");
            case ListingHeld _,
                    ListingAnswerChanged _,
                    ListingRefused _,
                    ListingRevisionRefused _,
                    ListingSuspended _,
                    ListingStopLifted _,
                    ListingResumptionRefused _,
                    ListingRejected _,
                    ListingLapsed _ -> {}
        }
    }

    @EventHandler
    void on(TradeEvent event, @Timestamp Instant at) {
        switch (event) {
            case TradeAgreed(var trade, var agreement, var decision, var _, var due) ->
                obligationOpener.open(ObligationsFromDecision.of(trade, agreement, decision, due));
            case DeliveryRefused(var trade, var _, var decision) -> judged(trade, decision, at);
            case DeliveryHeld(var trade, var _, var decision, var due) -> judged(trade, decision, due);
            case DeliveryMade made -> delivered(made, at);
            case ReviewRejected _, TradeCancelled _, TradeLapsed _ -> ended(event.trade());
            case TradeRescinded(var trade, var _) -> rescinded(trade, at);
            // An order that is held, or denied, has had no effect yet.
            case OrderRefused _, OrderHeld _, ReviewSupported _ -> {}
            case ReviewClaimed _,
                    AnswerChanged _,
                    ReviewReleased _,
                    ReviewEscalated _,
                    ReviewContinued _,
                    ExceptionGranted _,
                    ExceptionRevoked _,
                    DocumentRequested _,
                    DocumentRequestWithdrawn _,
                    DocumentProvided _,
                    UseStated _ -> {}
            case DeliveryCollected _,
                    DeliveryAccepted _,
                    DeliveryDisputed _,
                    DisputeDismissed _,
                    TradeSettled _,
                    CertificateIssued _ -> {}
        }
    }

    @EventHandler
    void on(AfterwardsJudged judged) {
        var decision = judged.decision();
        var finder = Finder.of(judged.trade());
        obligationOpener.closeWhatIsNotIn(decision, board.of(judged.trade()));
        obligationOpener.closeWhatIsNotIn(decision, finder);
        obligationOpener.open(ObligationsFromDecision.after(judged.trade(), judged.agreement(), decision), finder);
    }

    @EventHandler
    void on(ObligationBreached breached) {
        breachHandler.of(breached);
        year(breached.obligation());
    }

    @EventHandler
    void on(ObligationDischarged discharged) {
        year(discharged.obligation());
    }

    private void judged(ListingId listing, Offer offer, Decision decision) {
        obligationOpener.closeWhatIsNotIn(decision, board.of(listing));
        obligationOpener.open(ObligationsFromDecision.of(listing, offer, decision));
    }

    /** The trade waits on, as long as before. */
    private void judged(TradeId trade, Decision decision, Instant otherwise) {
        var found = trades.get(trade);
        var due = found.due() == null ? otherwise : found.due();
        obligationOpener.closeWhatIsNotIn(decision, board.of(trade));
        obligationOpener.open(ObligationsFromDecision.of(trade, found.agreement(), decision, due));
    }

    private void delivered(DeliveryMade made, Instant at) {
        var agreement = trades.get(made.trade()).agreement();
        obligationOpener.closeWhatIsNotIn(made.decision(), board.of(made.trade()));
        obligationOpener.open(ObligationsFromDelivery.of(
                made.trade(),
                agreement,
                law,
                made.decision().traits(),
                made.receipt().digest(),
                at));
    }

    private void ended(TradeId trade) {
        obligationOpener.closeWhatComesBeforeDelivery(board.of(trade), "trade " + trade + " ended");
    }

    private void rescinded(TradeId trade, Instant at) {
        obligationOpener.open(List.of(
                ObligationsFromDelivery.ofRescission(trade, trades.get(trade).agreement(), law, at)));
    }

    /** A yearly obligation that has ended is due again for the next year, while its ground holds. */
    private void year(ObligationId ended) {
        ObligationsFromDelivery.following(board.get(ended).duty())
                .ifPresent(next -> obligationOpener.open(List.of(next)));
    }
}
