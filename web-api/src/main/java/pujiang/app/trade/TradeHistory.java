package pujiang.app.trade;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;
import pujiang.app.decision.Audience;
import pujiang.app.decision.DecisionExtractor;
import pujiang.app.decision.DecisionRef;
import pujiang.app.decision.DecisionView;
import pujiang.app.history.HistoryAudience;
import pujiang.app.history.HistoryEntry;
import pujiang.app.history.HistoryEvent;
import pujiang.app.history.HistoryReader;
import pujiang.app.paging.Paging;
import pujiang.app.paging.PlainPage;
import pujiang.app.security.Caller;
import pujiang.compliance.Decision;
import pujiang.trade.Attestation;
import pujiang.trade.DocumentRequests;
import pujiang.trade.Payout;
import pujiang.trade.ReviewEvent.AnswerChanged;
import pujiang.trade.Trade;
import pujiang.trade.TradeEvent;
import pujiang.trade.TradeEvent.CertificateIssued;
import pujiang.trade.TradeEvent.DeliveryMade;
import pujiang.trade.TradeEvent.TradeSettled;
import pujiang.trade.TradeId;

/** The history of a trade, read from its events: too rarely requested, and too large, for the board. */
@Component
public class TradeHistory {

    private final HistoryReader reader;
    private final EventStore store;

    TradeHistory(HistoryReader reader, EventStore store) {
        this.reader = reader;
        this.store = store;
    }

    public PlainPage<HistoryEntry> events(TradeView trade, Caller caller, Paging paging) {
        return reader.page(Trade.class, trade.id().value(), HistoryAudience.of(caller, trade.reader(caller)), paging);
    }

    /** The part of the events that the caller may read, with the events themselves. */
    public List<HistoryEvent> happened(TradeView trade, Caller caller) {
        return reader.events(Trade.class, trade.id().value(), HistoryAudience.of(caller, trade.reader(caller)));
    }

    public List<DecisionView> decisions(TradeId trade, Audience audience) {
        return recorded(trade)
                .map(decision -> DecisionView.of(decision, audience))
                .toList();
    }

    public Optional<Decision> decision(TradeId trade, DecisionRef decisionRef) {
        return decisionRef.among(recorded(trade));
    }

    /** Every decision on the trade as it is stored, the first first. */
    public Stream<Decision> recorded(TradeId trade) {
        return events(trade).flatMap(event -> DecisionExtractor.event(event).stream());
    }

    /** The decisions, with the event of each. */
    public record Answered(TradeEvent event, Decision decision) {}

    /** Every decision with its event, the first first. */
    public List<Answered> answers(TradeId trade) {
        return events(trade)
                .flatMap(
                        event -> DecisionExtractor.event(event).map(decision -> new Answered(event, decision)).stream())
                .toList();
    }

    /** The delivery's receipt. */
    public Optional<Attestation> receipt(TradeId trade) {
        return events(trade)
                .filter(DeliveryMade.class::isInstance)
                .map(made -> ((DeliveryMade) made).receipt())
                .findFirst();
    }

    public Optional<Attestation> certificate(TradeId trade) {
        return events(trade)
                .filter(CertificateIssued.class::isInstance)
                .map(issued -> ((CertificateIssued) issued).certificate())
                .findFirst();
    }

    /** The division of the price, once it was made. */
    public Optional<Payout> payout(TradeId trade) {
        return events(trade)
                .filter(TradeSettled.class::isInstance)
                .map(settled -> ((TradeSettled) settled).payout())
                .findFirst();
    }

    /** The documents requested from the parties, and those submitted. */
    public DocumentRequests papers(TradeId trade) {
        return events(trade).reduce(DocumentRequests.NONE, DocumentRequests::after, (_, later) -> later);
    }

    /** Whether officers must begin again and have not reviewed it since. */
    public boolean isAnswerChanged(TradeId trade) {
        return events(trade).reduce((_, later) -> later).orElseThrow() instanceof AnswerChanged;
    }

    /** The time of the handover, if there was one. */
    public Optional<Instant> delivered(TradeId trade) {
        return stored(trade)
                .filter(event -> event.getPayload() instanceof DeliveryMade)
                .map(DomainEventMessage::getTimestamp)
                .findFirst();
    }

    private Stream<TradeEvent> events(TradeId trade) {
        return stored(trade).<Object>map(DomainEventMessage::getPayload).map(TradeEvent.class::cast);
    }

    private Stream<? extends DomainEventMessage<?>> stored(TradeId trade) {
        return store.readEvents(trade.value()).asStream().filter(event -> event.getType()
                .equals(Trade.class.getSimpleName()));
    }
}
