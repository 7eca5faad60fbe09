package pujiang.web.watch;

import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;
import pujiang.trade.TradeId;
import pujiang.watch.Watch;
import pujiang.watch.WatchEvent;
import pujiang.watch.WatchEvent.AfterwardsJudged;
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
        return store.readEvents(trade.value())
                .asStream()
                .filter(event -> event.getType().equals(Watch.class.getSimpleName()))
                .<Object>map(DomainEventMessage::getPayload)
                .map(WatchEvent.class::cast)
                .map(WatchHistory::view)
                .toList();
    }

    private static DecisionView view(WatchEvent event) {
        return switch (event) {
            case AfterwardsJudged(var _, var _, var decision) -> DecisionView.of(decision);
        };
    }
}
