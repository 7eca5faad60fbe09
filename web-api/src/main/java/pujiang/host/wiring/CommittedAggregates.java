package pujiang.host.wiring;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.WeakReferenceCache;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import pujiang.app.command.TransactionLocks;

/**
 * Aggregates that were decided on a moment ago, kept as long as memory allows. Whoever wants one takes it out and has it
 * alone until its transaction ends; it comes back only with the commit, and before the right to write it is given up.
 * After a rollback, or a commit of which nobody knows, the store says what it is.
 *
 * <p>Another process may have gone on meanwhile: see {@link FreshnessCheck}.
 */
final class CommittedAggregates<A> extends EventSourcingRepository<A> {

    private final Cache committed = new WeakReferenceCache();
    private final String type;
    private final EventTable table;
    private final Quarantine quarantine;

    private CommittedAggregates(Builder<A> builder, EventTable table, Quarantine quarantine) {
        super(builder);
        this.type = aggregateModel().type();
        this.table = table;
        this.quarantine = quarantine;
    }

    /** Callers name their things, so a product and a trade may share a name: events are told apart by type as well. */
    static <A> CommittedAggregates<A> of(Class<A> type, Configuration axon, EventTable table, Quarantine quarantine) {
        var builder = EventSourcingRepository.builder(type)
                .parameterResolverFactory(axon.parameterResolverFactory())
                .handlerDefinition(axon.handlerDefinition(type))
                .lockFactory(new TransactionLocks(type.getSimpleName()))
                .eventStore(axon.eventStore())
                .repositoryProvider(axon::repository)
                .filterByAggregateType();
        return new CommittedAggregates<>(builder, table, quarantine);
    }

    @Override
    protected EventSourcedAggregate<A> doLoadWithLock(String id, @Nullable Long expected) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) return read(id, expected);
        var mine = mine();
        var known = mine.getOrTake(id);
        if (known != null) {
            FreshnessCheck.note(known, () -> table.lastSequenceNumber(type, id));
            CurrentUnitOfWork.get().onRollback(_ -> mine.drop(id));
            return known;
        }
        var read = read(id, expected);
        mine.keep(id, read);
        return read;
    }

    private EventSourcedAggregate<A> read(String id, @Nullable Long expected) {
        var read = super.doLoadWithLock(id, expected);
        quarantine.release(type, id);
        return read;
    }

    /** None of a stream's events may be missing. */
    @Override
    protected DomainEventStream readEvents(String id) {
        return new UnbrokenStream(type, id, super.readEvents(id), quarantine);
    }

    /** What a command has created without an event is nothing. */
    @Override
    protected void doSaveWithLock(EventSourcedAggregate<A> aggregate) {
        if (aggregate.version() == null || !TransactionSynchronizationManager.isSynchronizationActive()) return;
        mine().keep(aggregate.identifierAsString(), aggregate);
    }

    @SuppressWarnings("unchecked")
    private Mine mine() {
        var bound = (Mine) TransactionSynchronizationManager.getResource(this);
        if (bound != null) return bound;
        var mine = new Mine();
        TransactionSynchronizationManager.bindResource(this, mine);
        TransactionSynchronizationManager.registerSynchronization(mine);
        return mine;
    }

    /** What one transaction has, and sees as it has left it. */
    private final class Mine implements TransactionSynchronization {

        private final Map<String, EventSourcedAggregate<A>> aggregates = new HashMap<>();

        @Nullable
        EventSourcedAggregate<A> getOrTake(String id) {
            return aggregates.computeIfAbsent(id, _ -> {
                EventSourcedAggregate<A> found = committed.get(id);
                committed.remove(id);
                return found;
            });
        }

        /** Dropped again if the command fails: what it may have changed is then in no store. */
        void keep(String id, EventSourcedAggregate<A> aggregate) {
            aggregates.put(id, aggregate);
            CurrentUnitOfWork.get().onRollback(_ -> drop(id));
        }

        void drop(String id) {
            aggregates.remove(id);
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(CommittedAggregates.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(CommittedAggregates.this, this);
        }

        /** INVARIANT: still under the locks, which are given up after completion. */
        @Override
        public void afterCommit() {
            aggregates.forEach(committed::put);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(CommittedAggregates.this);
        }
    }
}
