package pujiang.web.obligation;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import pujiang.listing.ListingCommand.SuspendListing;
import pujiang.obligation.Duty;
import pujiang.obligation.ObligationEvent.ObligationBreached;
import pujiang.participant.ParticipantCommand.SuspendParticipant;
import pujiang.web.command.Commands;
import pujiang.web.listing.ListingBoard;
import pujiang.web.participant.ParticipantBoard;

/**
 * Does what follows from a breach, once; what has been suspended or closed already stays as it is. The follower may come
 * late, so what follows is decided on the obligation as it stands then: its row is locked until what follows is stored, and
 * a discharge comes before it, and nothing follows, or after it.
 */
@Component
class Consequences {

    private static final Logger LOG = LoggerFactory.getLogger(Consequences.class);

    private final ObligationBoard obligations;
    private final ListingBoard listings;
    private final ParticipantBoard participants;
    private final Commands commands;

    Consequences(ObligationBoard obligations, ListingBoard listings, ParticipantBoard participants, Commands commands) {
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
            // The gate is asked again before every delivery, and what it does not ask holds it by itself.
            case DELIVERY_HELD -> {}
            case LISTING_SUSPENDED -> suspendListing(duty, reason(breached, duty));
            case PARTY_SUSPENDED -> suspendParty(duty, reason(breached, duty));
            case OPERATOR_TOLD -> LOG.warn("the exchange owes what is overdue: {}", reason(breached, duty));
        }
    }

    private void suspendListing(Duty duty, String reason) {
        var listing = duty.concern().listing();
        if (listing == null) return;
        listings.find(listing)
                .filter(found -> found.state().equals(ListingBoard.PUBLISHED))
                .ifPresent(found -> commands.send(new SuspendListing(listing, reason), Commands.EXCHANGE));
    }

    private void suspendParty(Duty duty, String reason) {
        var party = duty.bearer().participant();
        if (party == null) return;
        participants
                .find(party)
                .filter(found -> found.state().equals(ParticipantBoard.ACTIVE))
                .ifPresent(found -> commands.send(new SuspendParticipant(party, reason), Commands.EXCHANGE));
    }

    private static String reason(ObligationBreached breached, Duty duty) {
        return "逾期未履行义务 obligation breached: %s (%s %s)"
                .formatted(breached.obligation(), duty.rule(), duty.title().zh());
    }
}
