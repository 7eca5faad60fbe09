package pujiang.app.obligation;

import java.time.Instant;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;
import pujiang.app.decision.Audience;
import pujiang.app.history.HistoryAudience;
import pujiang.app.security.Caller;
import pujiang.obligation.Consequence;
import pujiang.obligation.Duty;
import pujiang.obligation.Evidence;
import pujiang.obligation.ObligationId;
import pujiang.participant.ParticipantId;
import pujiang.trade.TradeParty;

/**
 * The current state of an obligation.
 *
 * @param state open, proven, breached or discharged
 * @param since when it entered this state
 * @param deadline when the exchange counts it as breached without proof
 * @param evidence of the last proof
 * @param provenBy the user who submitted it; the party and the office, for readers of another side
 * @param consequence of its breach; null unless it was breached
 * @param version how many events came before the last
 */
public record ObligationView(
        ObligationId id,
        String state,
        Duty duty,
        Instant incurred,
        Instant since,
        Instant deadline,
        @Nullable Evidence evidence,
        @Nullable String provenBy,
        @Nullable Consequence consequence,
        long version) {

    ObligationView provenBy(String shown) {
        return new ObligationView(id, state, duty, incurred, since, deadline, evidence, shown, consequence, version);
    }

    /** Whether that participant is the responsible party. */
    public boolean isOwedBy(@Nullable ParticipantId participant) {
        return participant != null && participant.equals(duty.bearer().participant());
    }

    /**
     * Whether that participant is the responsible party, or the other side of the matter, which may query whether it is
     * met.
     */
    boolean isVisibleTo(ParticipantId participant) {
        var subject = duty.concern();
        return isOwedBy(participant) || participant.equals(subject.vendor()) || participant.equals(subject.buyer());
    }

    /** The part of its history that the caller may read: more for the responsible party than for the other side. */
    public HistoryAudience eyes(Caller caller) {
        var own = caller.participant();
        var sides = new HashSet<TradeParty>();
        if (own != null && own.equals(duty.concern().vendor())) sides.add(TradeParty.VENDOR);
        if (own != null && own.equals(duty.concern().buyer())) sides.add(TradeParty.BUYER);
        return caller.staff()
                ? HistoryAudience.STAFF
                : new HistoryAudience(caller, new Audience(false, sides), isOwedBy(own));
    }

    /**
     * Whether it was breached and since then no officer has accepted a proof and the rules still require it. An
     * obligation found again has a new deadline.
     */
    boolean isInBreach() {
        return consequence != null && (state.equals(ObligationBoard.BREACHED) || state.equals(ObligationBoard.PROVEN));
    }

    /** Whether the responsible party can still act. */
    public boolean isOwed() {
        return state.equals(ObligationBoard.OPEN) || state.equals(ObligationBoard.BREACHED);
    }
}
