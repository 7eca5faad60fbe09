package pujiang.watch;

import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import pujiang.calendar.Shanghai;
import pujiang.compliance.ComplianceReview;
import pujiang.compliance.Decision;
import pujiang.compliance.FactSheet;
import pujiang.compliance.Gate;
import pujiang.compliance.ProposedExchange;
import pujiang.refusal.Refused;
import pujiang.trade.Agreement;
import pujiang.trade.TradeId;
import pujiang.trade.TradePorts;
import pujiang.watch.WatchCommand.AskAfterwards;
import pujiang.watch.WatchCommand.ChangePurpose;
import pujiang.watch.WatchCommand.ReportIncident;
import pujiang.watch.WatchEvent.AfterwardsJudged;
import pujiang.watch.WatchEvent.AfterwardsResolved;
import pujiang.watch.WatchEvent.IncidentReported;
import pujiang.watch.WatchEvent.PurposeChanged;
import pujiang.watch.WatchState.Unasked;

/** Evaluates the rules about a delivered trade on the present facts; the trade itself no longer changes. */
public class Watch {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it.
    private TradeId id;

    private WatchState state = new Unasked();

    private Register register = Register.EMPTY;

    /** For Axon, which fills it from the events. */
    @SuppressWarnings("NullAway.Init")
    protected Watch() {}

    /** Returns whether the result has changed. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    boolean ask(AskAfterwards command, ComplianceReview law, Clock clock) {
        var decision = judge(command.agreement(), command.known(), law, clock);
        if (state.says(decision)) return false;
        AggregateLifecycle.apply(new AfterwardsJudged(command.trade(), command.agreement(), decision));
        return true;
    }

    /** Without a first evaluation there is no watch and no finding to resolve. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void resolve(WatchCommand.Resolve command) {
        var open = state.open().orElseThrow(() -> new Refused(new WatchRefusal.NothingOpen(command.trade())));
        if (!open.equals(command.decision())) {
            throw new Refused(new WatchRefusal.AnswerChanged(command.trade(), command.decision(), open));
        }
        AggregateLifecycle.apply(new AfterwardsResolved(command.trade(), open, command.lifting()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void report(ReportIncident command, ComplianceReview law, Clock clock) {
        command.report().mustBeOfTheTimeFrom(command.delivered(), clock.instant());
        AggregateLifecycle.apply(new IncidentReported(command.trade(), command.report()));
        judgeAnew(command.trade(), command.agreement(), command.known(), law, clock);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void change(ChangePurpose command, ComplianceReview law, Clock clock) {
        AggregateLifecycle.apply(new PurposeChanged(command.trade(), command.purpose()));
        judgeAnew(command.trade(), command.agreement(), command.known(), law, clock);
    }

    /**
     * Recorded even if the result is the same, because its subject is new. A second incident creates new obligations
     * and a new review, even if those of the first are discharged or resolved.
     */
    private void judgeAnew(TradeId trade, Agreement agreement, FactSheet known, ComplianceReview law, Clock clock) {
        AggregateLifecycle.apply(new AfterwardsJudged(trade, agreement, judge(agreement, known, law, clock)));
    }

    private Decision judge(Agreement agreement, FactSheet known, ComplianceReview law, Clock clock) {
        var now = clock.instant();
        var facts = TradePorts.facts(agreement, known).and(register.facts(now));
        return law.review(new ProposedExchange(Gate.POST, Shanghai.dayOf(now), facts));
    }

    @EventSourcingHandler
    void on(WatchEvent event) {
        id = event.trade();
        state = state.after(event);
        register = register.after(event);
    }
}
