package pujiang.app.command;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs a read under a lock and the command that it allows in one transaction. Retries after a conflict with another.
 */
@Component
public class Transactions {

    private final TransactionTemplate template;
    private final DeadlockRetry deadlockRetry;

    Transactions(PlatformTransactionManager transactions, DeadlockRetry deadlockRetry) {
        this.template = new TransactionTemplate(transactions);
        this.deadlockRetry = deadlockRetry;
    }

    /** @param action with no effect outside of the transaction; the one of the request, where there is one */
    public <T> T of(Supplier<T> action) {
        return deadlockRetry.run(() -> Objects.requireNonNull(template.execute(_ -> action.get())));
    }

    /** As {@link #of}, without a result for the caller. */
    public void run(Runnable action) {
        deadlockRetry.run(() -> template.<@Nullable Object>execute(_ -> {
            action.run();
            return null;
        }));
    }
}
