package pujiang.host.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import pujiang.refusal.Invalid;
import pujiang.refusal.Refused;

/**
 * Looks whether what a command remembered is still so. An event that rests on too little meets the unique key of its
 * number; but a command that was refused, or found nothing to do, writes nothing that could be met, and would answer with
 * what another process has changed by now. Only these cost a look into the store.
 */
final class FreshnessCheck implements MessageHandlerInterceptor<CommandMessage<?>> {

    private static final String NOTED = FreshnessCheck.class.getName();

    /** An aggregate that was not read from the store for this command. */
    private record Remembered(EventSourcedAggregate<?> aggregate, @Nullable Long version, LongSupplier last) {

        /** Then the unique key will say whether it rests on enough. */
        boolean hasNewEvents() {
            return !Objects.equals(version, aggregate.version());
        }

        boolean isBehind() {
            return version != null && last.getAsLong() > version;
        }
    }

    static void note(EventSourcedAggregate<?> aggregate, LongSupplier last) {
        noted(CurrentUnitOfWork.get()).add(new Remembered(aggregate, aggregate.version(), last));
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain)
            throws Exception {
        try {
            var result = chain.proceed();
            noted(work).removeIf(Remembered::hasNewEvents);
            mustBeUpToDate(noted(work));
            return result;
        } catch (ConcurrencyException behind) {
            throw behind;
        } catch (RuntimeException refused) {
            // Whatever it has recorded before it was refused goes with it.
            try {
                mustBeUpToDate(noted(work));
            } catch (ConcurrencyException behind) {
                behind.addSuppressed(refused);
                throw behind;
            } catch (EventStoreException unknown) {
                throw eitherOf(refused, unknown);
            }
            throw refused;
        }
    }

    /** An answer that rests on what nobody could look up is none; any other failure tells more than that it could not. */
    private static RuntimeException eitherOf(RuntimeException refused, EventStoreException unknown) {
        if (refused instanceof Refused || refused instanceof Invalid) {
            unknown.addSuppressed(refused);
            return unknown;
        }
        refused.addSuppressed(unknown);
        return refused;
    }

    private static void mustBeUpToDate(List<Remembered> noted) {
        for (var each : noted) {
            if (!each.isBehind()) continue;
            throw new ConcurrencyException("%s %s was decided on at event %d, and has gone on in another process"
                    .formatted(each.aggregate().type(), each.aggregate().identifierAsString(), each.version()));
        }
        noted.clear();
    }

    private static List<Remembered> noted(UnitOfWork<?> work) {
        return work.root().getOrComputeResource(NOTED, _ -> new ArrayList<>());
    }
}
