package pujiang.obligation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import pujiang.obligation.ObligationCommand.AcceptProof;
import pujiang.obligation.ObligationCommand.DischargeObligation;
import pujiang.obligation.ObligationCommand.EndObligationWait;
import pujiang.obligation.ObligationCommand.IncurObligation;
import pujiang.obligation.ObligationCommand.ProveObligation;
import pujiang.obligation.ObligationCommand.RejectProof;
import pujiang.obligation.ObligationEvent.Ground;
import pujiang.obligation.ObligationEvent.ObligationBreached;
import pujiang.obligation.ObligationEvent.ObligationDischarged;
import pujiang.obligation.ObligationEvent.ObligationIncurred;
import pujiang.obligation.ObligationEvent.ObligationProven;
import pujiang.obligation.ObligationEvent.ProofRejected;
import pujiang.obligation.ObligationState.Absent;
import pujiang.obligation.ObligationState.Breached;
import pujiang.obligation.ObligationState.Discharged;
import pujiang.obligation.ObligationState.Open;
import pujiang.obligation.ObligationState.Proven;
import pujiang.refusal.Refused;

/**
 * An obligation of a party. The exchange opens it, the responsible party submits a proof, an officer or a later
 * decision discharges it, and it is breached when its deadline passes. It cannot be waived.
 */
public class Obligation {

    /**
     * The shortest time for a responsible party, from when the exchange finds an obligation whose day is past, and from
     * when a proof is rejected. Our own choice: a party must know of an obligation before it can be in breach.
     */
    private static final Duration NOTICE = Duration.ofDays(10);

    @AggregateIdentifier
    private ObligationId id;

    private ObligationState state = new Absent();

    /** For Axon, which fills it from the events. */
    @SuppressWarnings("NullAway.Init")
    protected Obligation() {}

    /** Returns whether it is new; a repeated request changes nothing. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    boolean incur(IncurObligation command, Clock clock) {
        var duty = command.duty();
        if (!state.isNews(duty)) return false;
        var open = clock.instant().isBefore(duty.due()) ? duty : duty.dueAt(notice(clock));
        AggregateLifecycle.apply(new ObligationIncurred(command.obligation(), open));
        return true;
    }

    @CommandHandler
    void prove(ProveObligation command) {
        if (!(state instanceof Open || state instanceof Breached)) throw notIn("open or breached");
        AggregateLifecycle.apply(new ObligationProven(id, command.evidence(), command.by()));
    }

    @CommandHandler
    void accept(AcceptProof command) {
        if (!(state instanceof Proven)) throw notIn("proven");
        mustHaveBeenRead(command.version());
        AggregateLifecycle.apply(new ObligationDischarged(id, Ground.PROOF_ACCEPTED, command.ground()));
    }

    @CommandHandler
    void reject(RejectProof command, Clock clock) {
        if (!(state instanceof Proven(var _, var due, var _))) throw notIn("proven");
        mustHaveBeenRead(command.version());
        var notice = notice(clock);
        AggregateLifecycle.apply(new ProofRejected(id, command.reason(), due.isAfter(notice) ? due : notice));
    }

    @CommandHandler
    void discharge(DischargeObligation command) {
        if (state instanceof Discharged) return;
        AggregateLifecycle.apply(new ObligationDischarged(id, command.ground(), command.source()));
    }

    @CommandHandler
    void endWait(EndObligationWait command, Clock clock) {
        if (state instanceof Open(var duty, var due) && !clock.instant().isBefore(due)) {
            AggregateLifecycle.apply(new ObligationBreached(command.obligation(), due, Consequence.of(duty)));
        }
    }

    @EventSourcingHandler
    void on(ObligationEvent event) {
        id = event.obligation();
        state = state.after(event);
    }

    /** The officer must have read the current proof, which may have been rejected and replaced since. */
    private void mustHaveBeenRead(long version) {
        long current = AggregateLifecycle.getVersion();
        if (version != current) throw new Refused(new ObligationRefusal.AnotherProof(id, version, current));
    }

    private static Instant notice(Clock clock) {
        return clock.instant().plus(NOTICE);
    }

    private Refused notIn(String needed) {
        return new Refused(new ObligationRefusal.WrongState(id, state.name(), needed));
    }
}
