package pujiang.watch;

import java.time.Clock;
import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import pujiang.compliance.ComplianceReview;
import pujiang.compliance.Gate;
import pujiang.compliance.ProposedExchange;
import pujiang.refusal.Refused;
import pujiang.trade.TradeDesk;
import pujiang.trade.TradeId;
import pujiang.watch.WatchCommand.AskAfterwards;
import pujiang.watch.WatchEvent.AfterwardsJudged;
import pujiang.watch.WatchEvent.AfterwardsResolved;
import pujiang.watch.WatchState.Unasked;

/** Asks the law about a trade that is over, on what is known now; the trade itself changes no more. */
public class Watch {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it.
    private TradeId id;

    private WatchState state = new Unasked();

    /** For Axon, which fills it from the events. */
    @SuppressWarnings("NullAway.Init")
    protected Watch() {}

    /** Whether the law says something else than before. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    boolean ask(AskAfterwards command, ComplianceReview law, Clock clock) {
        var today = LocalDate.now(clock.withZone(TradeDesk.SHANGHAI));
        var facts = TradeDesk.facts(command.agreement(), command.known());
        var decision = law.review(new ProposedExchange(Gate.POST, today, facts));
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

    @EventSourcingHandler
    void on(WatchEvent event) {
        id = event.trade();
        state = state.after(event);
    }
}
