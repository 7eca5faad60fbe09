package pujiang.app.obligation;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import pujiang.app.command.Commands;
import pujiang.app.listing.ListingBoard;
import pujiang.app.participant.ParticipantBoard;
import pujiang.listing.ListingCommand.SuspendListing;
import pujiang.obligation.Duty;
import pujiang.obligation.ObligationEvent.ObligationBreached;
import pujiang.participant.ParticipantCommand.SuspendParticipant;
import pujiang.stop.Ground;
import pujiang.stop.Stop;

/**
 * Applies the consequence of a breach, once. A closed listing stays closed, and other stops remain. The event processor
 * may be late, so the consequence is decided on the current obligation: its row is locked until the consequence is
 * stored. A discharge comes before it, and there is no consequence, or after it.
 */
@Component
class BreachHandler {

    private static final Logger LOG = LoggerFactory.getLogger(BreachHandler.class);

    private final ObligationBoard obligations;
    private final ListingBoard listings;
    private final ParticipantBoard participants;
    private final Commands commands;
    private final Clock clock;

    BreachHandler(
            ObligationBoard obligations,
            ListingBoard listings,
            ParticipantBoard participants,
            Commands commands,
            Clock clock) {
        this.clock = clock;
        this.obligations = obligations;
        this.listings = listings;
        this.participants = participants;
        this.commands = commands;
    }

    void of(ObligationBreached breached) {
        var obligation = obligations.locked(breached.obligation());
        if (!obligation.isInBreach()) return;
        var duty = obligation.duty();
        switch (breached.consequence()) {
            // The gate is evaluated again before every delivery, and holds the delivery itself for obligations that it
            // does not check.
            case DELIVERY_HELD -> {}
            case LISTING_SUSPENDED -> suspendListing(breached, duty);
            case PARTY_SUSPENDED -> suspendParty(breached, duty);
            case OPERATOR_TOLD -> LOG.warn("Exchange obligation overdue: {}", reason(breached, duty));
        }
    }

    private void suspendListing(ObligationBreached breached, Duty duty) {
        var listing = duty.concern().listing();
        if (listing == null) return;
        listings.find(listing)
                .filter(found -> found.published() || found.state().equals(ListingBoard.SUSPENDED))
                .ifPresent(_ -> commands.send(new SuspendListing(listing, stop(breached, duty)), Commands.EXCHANGE));
    }

    private void suspendParty(ObligationBreached breached, Duty duty) {
        var party = duty.bearer().participant();
        if (party == null) return;
        participants
                .find(party)
                .filter(found -> found.active() || found.state().equals(ParticipantBoard.SUSPENDED))
                .ifPresent(_ -> commands.send(new SuspendParticipant(party, stop(breached, duty)), Commands.EXCHANGE));
    }

    private Stop stop(ObligationBreached breached, Duty duty) {
        var cause = breached.obligation().value();
        return Stop.of(Ground.OBLIGATION_BREACHED, cause, Commands.EXCHANGE, reason(breached, duty), clock.instant());
    }

    private static String reason(ObligationBreached breached, Duty duty) {
        return "逾期未履行义务 obligation breached: %s (%s %s)"
                .formatted(breached.obligation(), duty.rule(), duty.title().zh());
    }
}
