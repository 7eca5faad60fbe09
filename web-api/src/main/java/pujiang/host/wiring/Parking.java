package pujiang.host.wiring;

import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import pujiang.app.follower.Follower;
import pujiang.app.history.EventJson;
import pujiang.app.job.Retry;
import pujiang.app.job.RetryBoard;
import pujiang.app.parked.ParkedEventBoard;
import pujiang.law.LawTimeout;
import pujiang.law.RuleBookNotReady;
import pujiang.watch.Watch;

/**
 * How a follower goes on past an event that it fails on: the event is parked, with those of the same aggregate that come
 * after it, in their order; events of others are handled. The events lie in the table under their stored names. When the
 * table is full, the follower stands where it is until there is room again: nothing is passed over.
 *
 * <p>See docs/decisions/0075-a-follower-parks-what-it-fails-on.md.
 */
@Component
public final class Parking {

    /** Of causes that are looked at. */
    private static final int DEEPEST = 32;

    private static final Logger LOG = LoggerFactory.getLogger(Parking.class);

    private static final int LONGEST_CAUSE = 1_000;

    /** The table of V66__retries_and_parked_events.sql. */
    private static final DeadLetterSchema TABLE = DeadLetterSchema.builder()
            .deadLetterTable("parked_event")
            .deadLetterIdentifierColumn("identifier")
            .processingGroupColumn("follower")
            .sequenceIdentifierColumn("sequence_identifier")
            .sequenceIndexColumn("sequence_index")
            .messageTypeColumn("message_type")
            .eventIdentifierColumn("event_identifier")
            .timestampColumn("time_stamp")
            .payloadTypeColumn("payload_type")
            .payloadRevisionColumn("payload_revision")
            .payloadColumn("payload")
            .metaDataColumn("meta_data")
            .aggregateTypeColumn("aggregate_type")
            .aggregateIdentifierColumn("aggregate_identifier")
            .sequenceNumberColumn("sequence_number")
            .tokenTypeColumn("token_type")
            .tokenColumn("token")
            .enqueuedAtColumn("enqueued_at")
            .lastTouchedColumn("last_touched")
            .processingStartedColumn("processing_started")
            .causeTypeColumn("cause_type")
            .causeMessageColumn("cause_message")
            .diagnosticsColumn("diagnostics")
            .build();

    private final DataSource database;
    private final TransactionManager axonTransactions;
    private final PlatformTransactionManager transactions;
    /** One for reading and for parking: what it has not read it parks as it is stored. */
    private final EventJson events;

    private final RetryBoard retries;

    Parking(
            DataSource database,
            TransactionManager axonTransactions,
            PlatformTransactionManager transactions,
            EventJson json,
            RetryBoard retries) {
        this.database = database;
        this.axonTransactions = axonTransactions;
        this.transactions = transactions;
        this.events = json.forFollowers();
        this.retries = retries;
    }

    EventJson events() {
        return events;
    }

    void follow(Follower follower, FollowerThreads threads, EventProcessingConfigurer processing) {
        var name = follower.name();
        processing
                .registerEventHandler(axon -> new IsolatedProcessing(
                        follower, axon.getComponent(ParameterResolverFactory.class), transactions))
                .registerPooledStreamingEventProcessor(name)
                .registerPooledStreamingEventProcessorConfiguration(name, (_, builder) -> threads.under(builder))
                .registerSequencingPolicy(name, _ -> Parking::sequence)
                .registerDeadLetterQueue(name, _ -> queue(name))
                .registerDeadLetterPolicy(name, _ -> (letter, failure) -> parked(name, letter, failure))
                // No question for each event whether others of its aggregate are parked, while none is. And no
                // transaction
                // around those that are tried again: one that fails would take back what is written of those before it.
                .registerDeadLetteringEventHandlerInvokerConfiguration(
                        name, (_, invoker) -> invoker.transactionManager(NoTransactionManager.instance())
                                .enableSequenceIdentifierCache());
    }

    /**
     * Whose events keep their order. Callers name their things, so the type belongs to it; what the law says of a trade
     * afterwards is the same trade.
     */
    static String sequence(EventMessage<?> event) {
        if (!(event instanceof DomainEventMessage<?> domain)) return event.getIdentifier();
        var type = domain.getType().equals(Watch.class.getSimpleName()) ? "Trade" : domain.getType();
        return type + ":" + domain.getAggregateIdentifier();
    }

    /** A law that is not ready is no fault of the event: the follower stands still until it is, and the event comes again. */
    private static boolean isOfTheLaw(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .anyMatch(cause -> cause instanceof RuleBookNotReady || cause instanceof LawTimeout);
    }

    private SequencedDeadLetterQueue<EventMessage<?>> queue(String follower) {
        return JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
                .processingGroup(follower)
                .connectionProvider(new TransactionAwareDataSourceProxy(database)::getConnection)
                .transactionManager(axonTransactions)
                .schema(TABLE)
                .eventSerializer(events)
                .genericSerializer(Jackson3Serializer.builder().build())
                .maxSequences(ParkedEventBoard.MOST)
                .maxSequenceSize(ParkedEventBoard.MOST)
                .build();
    }

    /** In the transaction that parks it: when it is tried again is written with it. */
    private EnqueueDecision<EventMessage<?>> parked(
            String follower, DeadLetter<? extends EventMessage<?>> letter, Throwable failure) {
        // Not in a transaction that will be undone: the batch comes again, event by event.
        if (failure instanceof IsolatedProcessing.BatchFailed failed) throw failed;
        if (isOfTheLaw(failure)) throw new IsolatedProcessing.BatchFailed(new IllegalStateException(failure));
        var event = letter.message();
        var sequence = sequence(event);
        retries.failed(follower, sequence, failure);
        LOG.error(
                "{} failed on event {} of {}; event parked, will be retried: {}",
                follower,
                event.getIdentifier(),
                sequence,
                Retry.told(failure));
        return Decisions.requeue(ThrowableCause.truncated(failure, LONGEST_CAUSE));
    }
}
