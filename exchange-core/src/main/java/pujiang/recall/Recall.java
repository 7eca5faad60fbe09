package pujiang.recall;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import pujiang.recall.RecallCommand.ConfirmPlan;
import pujiang.recall.RecallCommand.DropRecall;
import pujiang.recall.RecallCommand.FileRecall;
import pujiang.recall.RecallCommand.PostponeMeasure;
import pujiang.recall.RecallCommand.RecordMeasure;
import pujiang.recall.RecallCommand.StagePlan;
import pujiang.recall.RecallEvent.MeasurePostponed;
import pujiang.recall.RecallEvent.MeasureTaken;
import pujiang.recall.RecallEvent.PlanConfirmed;
import pujiang.recall.RecallEvent.PlanStaged;
import pujiang.recall.RecallEvent.RecallCompleted;
import pujiang.recall.RecallEvent.RecallDropped;
import pujiang.recall.RecallEvent.RecallFiled;
import pujiang.recall.RecallRefusal.AlreadyFiled;
import pujiang.recall.RecallRefusal.PlanChanged;
import pujiang.recall.RecallRefusal.WrongState;
import pujiang.recall.RecallState.Absent;
import pujiang.recall.RecallState.Confirmed;
import pujiang.recall.RecallState.Filing;
import pujiang.recall.RecallState.Staged;
import pujiang.refusal.Refused;

/**
 * A recall: filed, staged as a plan, confirmed as read, carried out measure by measure. Its events record the measures
 * taken, so after a crash it continues where it stopped.
 */
public class Recall {

    @AggregateIdentifier
    private RecallId id;

    private RecallState state = new Absent();

    /** For Axon, which fills it from the events. */
    @SuppressWarnings("NullAway.Init")
    protected Recall() {}

    /** Returns whether it is new; a repeated request, with the same plan, changes nothing. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    boolean file(FileRecall command) {
        if (!(state instanceof Absent)) {
            if (state.filing().equals(new Filing(command.occurrence(), command.by()))) return false;
            throw new Refused(new AlreadyFiled(command.recall()));
        }
        AggregateLifecycle.apply(new RecallFiled(command.recall(), command.occurrence(), command.by()));
        stage(command.found());
        return true;
    }

    @CommandHandler
    void stage(StagePlan command) {
        if (!(state instanceof Staged(var _, var plan))) throw notIn("staged");
        if (!plan.equals(command.found())) stage(command.found());
    }

    @CommandHandler
    void confirm(ConfirmPlan command) {
        if (!(state instanceof Staged(var _, var plan))) throw notIn("staged");
        var staged = plan.digest();
        var now = command.found().digest();
        if (!command.digest().equals(staged)) throw new Refused(new PlanChanged(id, command.digest(), staged));
        if (!staged.equals(now)) throw new Refused(new PlanChanged(id, staged, now));
        AggregateLifecycle.apply(new PlanConfirmed(id, staged));
        if (plan.measures().isEmpty()) AggregateLifecycle.apply(new RecallCompleted(id));
    }

    @CommandHandler
    void drop(DropRecall command) {
        if (!(state instanceof Staged)) throw notIn("staged");
        AggregateLifecycle.apply(new RecallDropped(id, command.reason()));
    }

    /** A measure that is already recorded is not recorded again. */
    @CommandHandler
    void record(RecordMeasure command) {
        if (!(state instanceof Confirmed(var _, var plan, var taken, var _)) || taken.contains(command.number()))
            return;
        if (command.number() < 1 || command.number() > plan.measures().size()) throw notIn("a plan with that measure");
        AggregateLifecycle.apply(new MeasureTaken(id, command.number(), command.outcome()));
        if (taken.size() + 1 == plan.measures().size()) AggregateLifecycle.apply(new RecallCompleted(id));
    }

    /** The same cause is not recorded again. */
    @CommandHandler
    void postpone(PostponeMeasure command) {
        if (!(state instanceof Confirmed(var _, var plan, var taken, var postponed))) return;
        var number = command.number();
        if (taken.contains(number) || command.cause().equals(postponed.get(number))) return;
        if (number < 1 || number > plan.measures().size()) throw notIn("a plan with that measure");
        AggregateLifecycle.apply(new MeasurePostponed(id, number, command.cause()));
    }

    private void stage(Plan plan) {
        AggregateLifecycle.apply(new PlanStaged(id, plan, plan.digest()));
    }

    @EventSourcingHandler
    void on(RecallEvent event) {
        id = event.recall();
        state = state.after(event);
    }

    private Refused notIn(String needed) {
        return new Refused(new WrongState(id, state.name(), needed));
    }
}
