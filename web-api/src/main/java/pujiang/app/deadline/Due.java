package pujiang.app.deadline;

import java.util.function.Function;
import pujiang.listing.ListingCommand.EndListingWait;
import pujiang.listing.ListingId;
import pujiang.obligation.ObligationCommand.EndObligationWait;
import pujiang.obligation.ObligationId;
import pujiang.participant.ParticipantCommand.EndParticipantWait;
import pujiang.participant.ParticipantId;
import pujiang.trade.TradeCommand.EndWait;
import pujiang.trade.TradeId;

/** A kind of waiting with a deadline, and the command that ends it. */
enum Due {
    TRADES("trade_board", id -> new EndWait(new TradeId(id))),
    PARTICIPANTS("participant_board", id -> new EndParticipantWait(new ParticipantId(id))),
    LISTINGS("listing_board", id -> new EndListingWait(new ListingId(id))),
    OBLIGATIONS("obligation_board", id -> new EndObligationWait(new ObligationId(id)));

    /** With the columns {@code id} and {@code due_at}. */
    private final String table;

    @SuppressWarnings("ImmutableEnumChecker") // Functions without state.
    private final Function<String, Object> command;

    Due(String table, Function<String, Object> command) {
        this.table = table;
        this.command = command;
    }

    String table() {
        return table;
    }

    /** Under which those that cannot be ended are kept. */
    String job() {
        return switch (this) {
            case TRADES -> "trade-deadlines";
            case PARTICIPANTS -> "participant-deadlines";
            case LISTINGS -> "listing-deadlines";
            case OBLIGATIONS -> "obligation-deadlines";
        };
    }

    Object end(String id) {
        return command.apply(id);
    }
}
