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

/** Asks the law about a trade that is over, on what is known now; the trade itself changes no more. */
public class Watch {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it.
    private TradeId id;

    private WatchState state = new Unasked();

    private Register register = Register.EMPTY;

    /** For Axon, which fills it from the events. */
    @SuppressWarnings("NullAway.Init")
    protected Watch() {}

    /** Whether the law says something else than before. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    boolean ask(AskAfterwards command, ComplianceReview law, Clock clock) {
        var decision = judge(command.agreement(), command.known(), law, clock);
        if (state.says(decision)) return false;
        AggregateLifecycle.apply(new AfterwardsJudged(command.trade(), command.agreement(), decision));
        return true;
    }

    /** Where nothing was ever asked there is nothing to resolve, and no watch either. */
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
     * Recorded even if the law says the same as before: it says so of something new. A second incident is owed for anew, and
     * waits for an officer anew, though the first was met, or resolved.
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
