package pujiang.participant;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import pujiang.calendar.Shanghai;
import pujiang.compliance.ComplianceReview;
import pujiang.compliance.Gate;
import pujiang.compliance.ProposedExchange;
import pujiang.participant.ParticipantCommand.ApplyForAdmission;
import pujiang.participant.ParticipantCommand.AssessParticipant;
import pujiang.participant.ParticipantCommand.EndParticipantWait;
import pujiang.participant.ParticipantCommand.ReinstateParticipant;
import pujiang.participant.ParticipantCommand.RejectParticipant;
import pujiang.participant.ParticipantCommand.ReviseStatement;
import pujiang.participant.ParticipantCommand.SuspendParticipant;
import pujiang.participant.ParticipantCommand.VerifyParticipant;
import pujiang.participant.ParticipantEvent.ParticipantApplied;
import pujiang.participant.ParticipantEvent.ParticipantAssessed;
import pujiang.participant.ParticipantEvent.ParticipantLapsed;
import pujiang.participant.ParticipantEvent.ParticipantRefused;
import pujiang.participant.ParticipantEvent.ParticipantReinstated;
import pujiang.participant.ParticipantEvent.ParticipantRejected;
import pujiang.participant.ParticipantEvent.ParticipantStopLifted;
import pujiang.participant.ParticipantEvent.ParticipantSuspended;
import pujiang.participant.ParticipantEvent.ParticipantVerified;
import pujiang.participant.ParticipantEvent.StatementRevised;
import pujiang.participant.ParticipantRefusal.AlreadyApplied;
import pujiang.participant.ParticipantRefusal.LawUndecided;
import pujiang.participant.ParticipantRefusal.WrongState;
import pujiang.participant.ParticipantState.Absent;
import pujiang.participant.ParticipantState.Active;
import pujiang.participant.ParticipantState.Application;
import pujiang.participant.ParticipantState.Applied;
import pujiang.participant.ParticipantState.Closed;
import pujiang.participant.ParticipantState.Suspended;
import pujiang.refusal.Refused;
import pujiang.stop.RemediedStops;

/** The file of a participant. The participant applies, is verified by the operator, trades, and can be suspended. */
public class Participant {

    /** How long the operator has before an application lapses. */
    private static final Duration REVIEW_PERIOD = Duration.ofDays(30);

    @AggregateIdentifier
    private ParticipantId id;

    private ParticipantState state = new Absent();

    private RemediedStops stops = RemediedStops.NONE;

    /** For Axon, which fills it from the events. */
    @SuppressWarnings("NullAway.Init")
    protected Participant() {}

    /** Returns whether it is new; a repeated request changes nothing. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    boolean apply(ApplyForAdmission command, Clock clock) {
        var application = new Application(command.organisation(), command.roles(), command.statement());
        if (state instanceof Absent) {
            AggregateLifecycle.apply(new ParticipantApplied(
                    command.participant(),
                    application.organisation(),
                    application.roles(),
                    application.statement(),
                    clock.instant().plus(REVIEW_PERIOD)));
            return true;
        }
        if (state.papers().application().equals(application)) return false;
        throw new Refused(new AlreadyApplied(command.participant()));
    }

    @CommandHandler
    void verify(VerifyParticipant command, ComplianceReview law, Clock clock) {
        if (state instanceof Active) return;
        if (!(state instanceof Applied(var papers, var _))) throw notIn("applied");
        if (command.version() != null) mustBeAt(command.version());
        var today = Shanghai.today(clock);
        var decision = law.review(new ProposedExchange(Gate.ONBOARD, today, papers.facts(today)));
        switch (decision.verdict()) {
            case ALLOW, ALLOW_WITH_OBLIGATIONS ->
                AggregateLifecycle.apply(new ParticipantVerified(id, command.evidence(), decision));
            case DENY -> AggregateLifecycle.apply(new ParticipantRefused(id, decision));
            case REQUIRE_REVIEW -> throw new Refused(new LawUndecided(id, decision.missing()));
        }
    }

    @CommandHandler
    void revise(ReviseStatement command) {
        if (state instanceof Closed) throw notIn("applied, active or suspended");
        if (command.statement().equals(state.papers().statement())) return;
        long version = AggregateLifecycle.getVersion();
        if (command.version() != version) {
            throw new Refused(new ParticipantRefusal.StaleVersion(id, command.version(), version));
        }
        AggregateLifecycle.apply(new StatementRevised(id, command.statement(), command.evidence()));
    }

    /** Returns whether it is new; a repeated request changes nothing. */
    @CommandHandler
    boolean assess(AssessParticipant command, Clock clock) {
        if (state instanceof Closed) throw notIn("applied, active or suspended");
        var assessment = command.assessment();
        var earlier = state.papers().assessments().named(assessment.id());
        if (earlier.filter(assessment::equals).isPresent()) return false;
        if (earlier.isPresent()) throw new Refused(new ParticipantRefusal.AlreadyAssessed(id, assessment.id()));
        state.papers().assessments().mustHaveRoom();
        assessment.mustCountOn(Shanghai.today(clock));
        AggregateLifecycle.apply(new ParticipantAssessed(id, assessment));
        return true;
    }

    @CommandHandler
    void reject(RejectParticipant command) {
        if (!(state instanceof Applied)) throw notIn("applied");
        AggregateLifecycle.apply(new ParticipantRejected(id, command.reason()));
    }

    @CommandHandler
    void suspend(SuspendParticipant command) {
        if (!(state instanceof Active || state instanceof Suspended)) throw notIn("active");
        if (stops.standing().contains(command.stop())) return;
        AggregateLifecycle.apply(new ParticipantSuspended(id, command.stop().reason(), command.stop()));
    }

    @CommandHandler
    void reinstate(ReinstateParticipant command, Clock clock) {
        if (state instanceof Active) return;
        if (!(state instanceof Suspended)) throw notIn("suspended");
        var today = Shanghai.today(clock);
        var lifted = stops.mending(command.mended())
                .liftedBy("participant " + id, command.by(), command.assessment(), today);
        if (stops.standing().without(lifted).isEmpty()) {
            AggregateLifecycle.apply(new ParticipantReinstated(id, command.reason()));
            return;
        }
        for (var each : lifted) {
            var paper = each.ground().asksForPapers() ? command.assessment() : null;
            AggregateLifecycle.apply(
                    new ParticipantStopLifted(id, each.ground(), each.cause(), command.reason(), paper));
        }
    }

    @CommandHandler
    void endWait(EndParticipantWait command, Clock clock) {
        if (state instanceof Applied(var _, var due) && !clock.instant().isBefore(due)) {
            AggregateLifecycle.apply(new ParticipantLapsed(command.participant(), due));
        }
    }

    @EventSourcingHandler
    void on(ParticipantEvent event, @Timestamp Instant at) {
        id = event.participant();
        state = state.after(event);
        stops = after(event, at);
    }

    private RemediedStops after(ParticipantEvent event, Instant at) {
        return switch (event) {
            case ParticipantSuspended suspended -> stops.with(suspended.stopped(at));
            case ParticipantStopLifted lifted -> stops.without(lifted.ground(), lifted.cause());
            case ParticipantReinstated _ -> stops.withoutAny();
            case ParticipantAssessed assessed -> stops.after(assessed.assessment());
            case ParticipantApplied _,
                    ParticipantVerified _,
                    StatementRevised _,
                    ParticipantRefused _,
                    ParticipantRejected _,
                    ParticipantLapsed _ -> stops;
        };
    }

    /** The operator verifies only the version of the file that was read. */
    private void mustBeAt(long read) {
        long current = AggregateLifecycle.getVersion();
        if (read != current) throw new Refused(new ParticipantRefusal.FileChanged(id, read, current));
    }

    private Refused notIn(String needed) {
        return new Refused(new WrongState(id, state.name(), needed));
    }
}
