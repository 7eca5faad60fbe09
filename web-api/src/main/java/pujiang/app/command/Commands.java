package pujiang.app.command;

import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends a command and waits until its events and boards are written; a refusal comes out as it was thrown. */
@Component
public final class Commands {

    /** Metadata that every event carries on: the actor of the command. */
    public static final String ACTOR = "actor";

    /** The actor of what the exchange does by itself. */
    public static final String EXCHANGE = "exchange";

    /** Longer than any command takes that does not time out on a lock. */
    private static final long MOST_SECONDS = 30;

    private final CommandGateway gateway;
    private final DeadlockRetry deadlockRetry;
    private final TransactionTemplate transaction;

    Commands(CommandGateway gateway, DeadlockRetry deadlockRetry, PlatformTransactionManager transactions) {
        this.gateway = gateway;
        this.deadlockRetry = deadlockRetry;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * As {@link #send}, for a command that creates or finds what it would create there already.
     *
     * @return whether it has created it: of the same requests at once, one has
     */
    public boolean create(Object command, String actor) {
        return Boolean.TRUE.equals(answer(command, actor));
    }

    /** @param actor the user's name, or that of the part of the exchange that acts by itself */
    public void send(Object command, String actor) {
        var _ = answer(command, actor);
    }

    /**
     * Spring's transaction, not Axon's: it ends whatever is thrown, errors included, and with it the aggregate's lock.
     */
    private @Nullable Object answer(Object command, String actor) {
        return deadlockRetry.run(() -> transaction.<@Nullable Object>execute(
                _ -> gateway.sendAndWait(command, MetaData.with(ACTOR, actor), MOST_SECONDS, TimeUnit.SECONDS)));
    }
}
