package pujiang.web.deadline;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import pujiang.listing.ListingCommand.EndListingWait;
import pujiang.obligation.ObligationCommand.EndObligationWait;
import pujiang.participant.ParticipantCommand.EndParticipantWait;
import pujiang.trade.TradeCommand.EndWait;
import pujiang.web.command.Commands;
import pujiang.web.listing.ListingBoard;
import pujiang.web.obligation.ObligationBoard;
import pujiang.web.participant.ParticipantBoard;
import pujiang.web.trade.TradeBoard;

/**
 * Ends what has waited long enough. The instant stands in the boards, so it survives every restart, and a command that
 * comes too early or twice does nothing: several exchanges on one database are harmless.
 */
@Component
class Deadlines {

    private static final Logger LOG = LoggerFactory.getLogger(Deadlines.class);

    /** Who acts when nobody does. */
    static final String ACTOR = "clock";

    /** The rest comes a second later. */
    private static final int AT_ONCE = 200;

    private final TradeBoard trades;
    private final ParticipantBoard participants;
    private final ListingBoard listings;
    private final ObligationBoard obligations;
    private final Commands commands;
    private final Clock clock;

    Deadlines(
            TradeBoard trades,
            ParticipantBoard participants,
            ListingBoard listings,
            ObligationBoard obligations,
            Commands commands,
            Clock clock) {
        this.trades = trades;
        this.participants = participants;
        this.listings = listings;
        this.obligations = obligations;
        this.commands = commands;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT2S")
    void endWhatIsDue() {
        end(trades::due, EndWait::new);
        end(participants::due, EndParticipantWait::new);
        end(listings::due, EndListingWait::new);
        end(obligations::due, EndObligationWait::new);
    }

    private <T> void end(BiFunction<Instant, Integer, List<T>> due, Function<T, Object> command) {
        try {
            due.apply(clock.instant(), AT_ONCE).forEach(id -> end(id, command.apply(id)));
        } catch (RuntimeException failure) {
            LOG.warn("what is due could not be read, and will be in a second: {}", failure.toString());
        }
    }

    /** One that fails does not keep the others waiting. */
    private void end(Object id, Object command) {
        try {
            commands.send(command, ACTOR);
        } catch (RuntimeException failure) {
            LOG.error("{} is due and could not be ended: {}", id, failure.toString());
        }
    }
}
