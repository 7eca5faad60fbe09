package pujiang.app.watch;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;
import pujiang.app.decision.Audience;
import pujiang.app.decision.DecisionView;
import pujiang.app.history.HistoryAudience;
import pujiang.app.security.ActorNames;
import pujiang.app.security.Caller;
import pujiang.app.trade.TradeView;
import pujiang.trade.TradeId;
import pujiang.watch.Watch;
import pujiang.watch.WatchEvent.AfterwardsJudged;
import pujiang.watch.WatchEvent.AfterwardsResolved;
import pujiang.watch.WatchEvent.IncidentReported;
import pujiang.watch.WatchEvent.PurposeChanged;

/** Post-trade reports and decisions of a trade, read from the events. */
@Component
public class WatchHistory {

    private final EventStore store;

    private final ActorNames actorNames;

    WatchHistory(EventStore store, ActorNames actorNames) {
        this.store = store;
        this.actorNames = actorNames;
    }

    /** The first first. */
    public List<DecisionView> decisions(TradeId trade, Audience reader) {
        return events(trade)
                .<Object>map(DomainEventMessage::getPayload)
                .filter(AfterwardsJudged.class::isInstance)
                .map(judged -> DecisionView.of(((AfterwardsJudged) judged).decision(), reader))
                .toList();
    }

    /** Officers' resolutions of open findings, oldest first. */
    public List<PostTradeResolution> resolutions(TradeView trade, Caller reader) {
        var historyAudience = HistoryAudience.of(reader, trade.reader(reader));
        return events(trade.id())
                .filter(event -> event.getPayload() instanceof AfterwardsResolved)
                .map(event ->
                        resolution((AfterwardsResolved) event.getPayload(), event.getTimestamp(), historyAudience))
                .toList();
    }

    /** Reports of incidents, newest first. */
    public List<IncidentView> incidents(TradeId trade) {
        return events(trade)
                .filter(event -> event.getPayload() instanceof IncidentReported)
                .map(event -> IncidentView.of(((IncidentReported) event.getPayload()).report(), event.getTimestamp()))
                .toList()
                .reversed();
    }

    /** The buyer's later declarations of use, newest first. */
    public List<PurposeView> purposes(TradeId trade) {
        return events(trade)
                .filter(event -> event.getPayload() instanceof PurposeChanged)
                .map(event -> new PurposeView(event.getTimestamp(), ((PurposeChanged) event.getPayload()).purpose()))
                .toList()
                .reversed();
    }

    private Stream<? extends DomainEventMessage<?>> events(TradeId trade) {
        return store.readEvents(trade.value()).asStream().filter(event -> event.getType()
                .equals(Watch.class.getSimpleName()));
    }

    private PostTradeResolution resolution(AfterwardsResolved resolved, Instant at, HistoryAudience historyAudience) {
        var by = resolved.lifting();
        var officer = historyAudience.reader() == null
                ? by.officer()
                : actorNames.shown(by.officer(), historyAudience.reader());
        var evidence = historyAudience.read(resolved, "/lifting/evidence") ? by.evidence() : null;
        return new PostTradeResolution(resolved.decision(), officer, at, by.ground(), evidence);
    }
}
