package pujiang.app.rulebook;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pujiang.app.decision.DecisionExtractor;
import pujiang.law.LawInForce;

/**
 * The coverage of all decisions that are recorded here, on all matters. Counted from the events, each of which is read
 * once; a repeated request waits only for new events.
 */
@Component
public class RecordedCoverage {

    private final EventStore store;
    private final LawInForce law;
    private @Nullable Coverage counted;
    private @Nullable TrackingToken upTo;

    RecordedCoverage(EventStore store, LawInForce law) {
        this.store = store;
        this.law = law;
    }

    public synchronized CoverageView now() {
        var review = law.ready();
        if (counted == null || !counted.ruleBook().equals(review.book().digest())) {
            counted = new Coverage(review);
            upTo = null;
        }
        count(counted);
        return counted.view();
    }

    private void count(Coverage coverage) {
        try (var events = store.openStream(upTo)) {
            while (events.hasNextAvailable()) {
                var event = events.nextAvailable();
                var about = event instanceof DomainEventMessage<?> one ? one.getAggregateIdentifier() : "";
                DecisionExtractor.event(event.getPayload())
                        .ifPresent(decision -> coverage.add(CoverageInput.of(decision, about)));
                upTo = event.trackingToken();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading events", e);
        }
    }
}
