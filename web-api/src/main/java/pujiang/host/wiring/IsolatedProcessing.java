package pujiang.host.wiring;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import pujiang.app.follower.Follower;

/**
 * A follower whose failure takes nothing along. As long as nothing fails, a batch of events is one transaction, with the
 * follower's place in it. A batch that fails is undone as a whole and comes again; then each event is handled in a
 * transaction of its own, and tried a few times, so that the one that fails is found and can be parked in the transaction
 * of the place. The place may then be written after a crash only, and the event comes again: a follower does the same
 * thing once.
 */
final class IsolatedProcessing implements EventMessageHandler, Follower {

    /** Short: what lasts longer than a collision is tried again later, and the others do not wait for it. */
    private static final List<Duration> PAUSES = List.of(Duration.ofMillis(20), Duration.ofMillis(100));

    /** Events that are handled one by one after a failure: more than were in the batch that failed. */
    private static final int ONE_BY_ONE = 2 * FollowerThreads.AT_ONCE;

    private final Follower follower;
    private final EventMessageHandler handler;
    private final TransactionTemplate transaction;
    private final AtomicInteger oneByOne = new AtomicInteger();

    IsolatedProcessing(
            Follower follower, ParameterResolverFactory parameters, PlatformTransactionManager transactions) {
        this.follower = follower;
        this.handler = new AnnotationEventHandlerAdapter(follower, parameters);
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** A batch is lost, and with it whatever its transaction would park. */
    static final class BatchFailed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        BatchFailed(RuntimeException cause) {
            super(cause);
        }
    }

    @Override
    public String name() {
        return follower.name();
    }

    @Override
    public boolean canHandle(EventMessage<?> event) {
        return isUnknown(event.getPayloadType()) || handler.canHandle(event);
    }

    @Override
    public boolean canHandleType(Class<?> type) {
        return isUnknown(type) || handler.canHandleType(type);
    }

    @Override
    public Class<?> getTargetType() {
        return handler.getTargetType();
    }

    /** Whether it can be passed over only a later program knows. */
    private static boolean isUnknown(Class<?> type) {
        return type.equals(UnknownSerializedType.class);
    }

    @Override
    public @Nullable Object handle(EventMessage<?> event) {
        if (CurrentUnitOfWork.isStarted()
                && CurrentUnitOfWork.get() instanceof BatchingUnitOfWork<?> batch
                && oneByOne.get() == 0) {
            return inBatch(event, batch);
        }
        var result = alone(event);
        oneByOne.updateAndGet(left -> Math.max(0, left - 1));
        return result;
    }

    private @Nullable Object inBatch(EventMessage<?> event, UnitOfWork<?> batch) {
        batch.onRollback(_ -> oneByOne.set(ONE_BY_ONE));
        try {
            return outside(() -> handled(event));
        } catch (RuntimeException failure) {
            oneByOne.set(ONE_BY_ONE);
            throw new BatchFailed(failure);
        }
    }

    private @Nullable Object alone(EventMessage<?> event) {
        for (var pause : PAUSES) {
            try {
                return once(event);
            } catch (RuntimeException failure) {
                if (!slept(pause)) throw failure;
            }
        }
        try {
            return once(event);
        } catch (RuntimeException failure) {
            oneByOne.set(ONE_BY_ONE);
            throw failure;
        }
    }

    private @Nullable Object once(EventMessage<?> event) {
        return outside(() -> transaction.<@Nullable Object>execute(_ -> handled(event)));
    }

    /**
     * As a request would: outside of the processor's unit of work, which would keep all that commands publish for its own
     * end. So a command finds in the boards what the one before it did.
     */
    private static @Nullable Object outside(Supplier<@Nullable Object> work) {
        var outer = new ArrayDeque<UnitOfWork<?>>();
        while (CurrentUnitOfWork.isStarted()) {
            outer.push(CurrentUnitOfWork.get());
            CurrentUnitOfWork.clear(CurrentUnitOfWork.get());
        }
        try {
            return work.get();
        } finally {
            outer.forEach(CurrentUnitOfWork::set);
        }
    }

    /** What overflows the stack or does not link belongs to the event as well, and is no end of the process. */
    private @Nullable Object handled(EventMessage<?> event) {
        if (isUnknown(event.getPayloadType())) throw new IllegalStateException("this program knows no such event");
        try {
            return handler.handle(event);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception | StackOverflowError | LinkageError | AssertionError failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static boolean slept(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
