package pujiang.web.command;

import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

/** Sends a command and waits until its events and boards are written; a refusal comes out as it was thrown. */
@Component
public final class Commands {

    /** Metadata that every event carries on: who asked for the command. */
    public static final String ACTOR = "actor";

    /** More than any command takes that does not wait for a lock in vain. */
    private static final long MOST_SECONDS = 30;

    private final CommandGateway gateway;

    Commands(CommandGateway gateway) {
        this.gateway = gateway;
    }

    /** @param actor the user's name, or that of the part of the exchange that acts by itself */
    public void send(Object command, String actor) {
        gateway.<Object>sendAndWait(command, MetaData.with(ACTOR, actor), MOST_SECONDS, TimeUnit.SECONDS);
    }
}
