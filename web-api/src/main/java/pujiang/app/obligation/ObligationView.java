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
 * An obligation as it stands.
 *
 * @param state open, proven, breached or discharged
 * @param since when it came into this state
 * @param deadline when the exchange counts it as breached unless it is proven by then
 * @param evidence what it was last proven with
 * @param provenBy the user who did; the party and the office, for who is on another side
 * @param consequence what its breach led to; null unless it was breached
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

    /** Whether that participant owes it. */
    public boolean isOwedBy(@Nullable ParticipantId participant) {
        return participant != null && participant.equals(duty.bearer().participant());
    }

    /** Whether that participant owes it, or is on the other side of what it is about: it may ask whether it is met. */
    boolean isVisibleTo(ParticipantId participant) {
        var subject = duty.concern();
        return isOwedBy(participant) || participant.equals(subject.vendor()) || participant.equals(subject.buyer());
    }

    /** What the caller may read of its history: who owes it more than who is on the other side. */
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
     * Whether it was breached and no officer has accepted a proof since, nor has the law let go of it. One that was found
     * anew has a time of its own.
     */
    boolean isInBreach() {
        return consequence != null && (state.equals(ObligationBoard.BREACHED) || state.equals(ObligationBoard.PROVEN));
    }

    /** Whether its bearer can still do something. */
    public boolean isOwed() {
        return state.equals(ObligationBoard.OPEN) || state.equals(ObligationBoard.BREACHED);
    }
}
