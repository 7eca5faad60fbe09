package pujiang.web.watch;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;
import pujiang.trade.TradeId;
import pujiang.watch.Watch;
import pujiang.watch.WatchEvent.AfterwardsJudged;
import pujiang.watch.WatchEvent.AfterwardsResolved;
import pujiang.web.decision.DecisionView;

/** What the law has said of a trade after it, read from the events. */
@Component
public class WatchHistory {

    private final EventStore store;

    WatchHistory(EventStore store) {
        this.store = store;
    }

    /** The first first. */
    public List<DecisionView> decisions(TradeId trade) {
        return events(trade)
                .<Object>map(DomainEventMessage::getPayload)
                .filter(AfterwardsJudged.class::isInstance)
                .map(judged -> DecisionView.of(((AfterwardsJudged) judged).decision()))
                .toList();
    }

    /** What officers have said about what it left open, the first first. */
    public List<AfterwardsResolution> resolutions(TradeId trade) {
        return events(trade)
                .filter(event -> event.getPayload() instanceof AfterwardsResolved)
                .map(event -> resolution((AfterwardsResolved) event.getPayload(), event.getTimestamp()))
                .toList();
    }

    private Stream<? extends DomainEventMessage<?>> events(TradeId trade) {
        return store.readEvents(trade.value()).asStream().filter(event -> event.getType()
                .equals(Watch.class.getSimpleName()));
    }

    private static AfterwardsResolution resolution(AfterwardsResolved resolved, Instant at) {
        var by = resolved.lifting();
        return new AfterwardsResolution(resolved.decision(), by.officer(), at, by.ground(), by.evidence());
    }
}
