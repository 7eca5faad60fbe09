package pujiang.host.wiring;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.LongSupplier;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.junit.jupiter.api.Test;
import pujiang.refusal.Invalid;
import pujiang.refusal.Refused;
import pujiang.trade.TradeId;
import pujiang.trade.TradeRefusal;

/** Commands that are refused on an aggregate out of memory, while the store says this or that of it. */
class FreshnessCheckTest {

    private final Refused refused = new Refused(new TradeRefusal.Unknown(new TradeId("t-1")));

    /** What a command is about. */
    static class Thing {

        @AggregateIdentifier
        @SuppressWarnings("UnusedVariable") // Axon reads it.
        private final String id = "thing";
    }

    @Test
    void aRefusalCountsIfTheStoreHasNothingNewer() {
        assertThatThrownBy(() -> decide(refused, () -> 0)).isSameAs(refused);
    }

    @Test
    void oneThatAnotherProcessHasOvertakenIsDecidedAgain() {
        assertThatThrownBy(() -> decide(refused, () -> 1))
                .isInstanceOf(ConcurrencyException.class)
                .hasSuppressedException(refused);
    }

    @Test
    void whereTheStoreCannotBeAskedNobodyIsTurnedAwayOnWhatIsRemembered() {
        var unreadable = new EventStoreException("the connection is gone");
        LongSupplier gone = () -> {
            throw unreadable;
        };

        assertThatThrownBy(() -> decide(refused, gone)).isSameAs(unreadable);
        assertThatThrownBy(() -> decide(Invalid.at("until", "date.in-the-past", "is over"), gone))
                .isSameAs(unreadable);
    }

    /** Which tells more. */
    @Test
    void aFailureOfItsOwnStaysWhatItWas() {
        var failure = new IllegalStateException("a fault");

        assertThatThrownBy(() -> decide(failure, () -> {
                    throw new EventStoreException("the connection is gone");
                }))
                .isSameAs(failure);
    }

    /** @param last the number of the newest event, as the store knows it */
    @SuppressWarnings("resource") // The bus keeps both for its whole life.
    private static void decide(RuntimeException answer, LongSupplier last) {
        var thing = remembered();
        var bus = SimpleCommandBus.builder().build();
        bus.registerHandlerInterceptor(new FreshnessCheck());
        bus.subscribe(String.class.getName(), _ -> {
            FreshnessCheck.note(thing, last);
            throw answer;
        });
        DefaultCommandGateway.builder().commandBus(bus).build().sendAndWait("decide");
    }

    /** With one event, whose number is 0. */
    private static EventSourcedAggregate<Thing> remembered() {
        var store = EmbeddedEventStore.builder()
                .storageEngine(new InMemoryEventStorageEngine())
                .build();
        var model = AnnotatedAggregateMetaModelFactory.inspectAggregate(Thing.class);
        return EventSourcedAggregate.reconstruct(
                new Thing(), model, 0, false, store, NoSnapshotTriggerDefinition.TRIGGER);
    }
}
