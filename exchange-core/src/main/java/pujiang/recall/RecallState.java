package pujiang.recall;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import pujiang.participant.ParticipantId;
import pujiang.recall.RecallEvent.MeasureTaken;
import pujiang.recall.RecallEvent.PlanConfirmed;
import pujiang.recall.RecallEvent.PlanStaged;
import pujiang.recall.RecallEvent.RecallCompleted;
import pujiang.recall.RecallEvent.RecallDropped;
import pujiang.recall.RecallEvent.RecallFiled;

/** Where a recall stands. */
sealed interface RecallState {

    record Absent() implements RecallState {}

    /** Filed; its plan follows in the same transaction. */
    record Filed(Filing filing) implements RecallState {}

    record Staged(Filing filing, Plan plan) implements RecallState {}

    /** @param taken numbers of the measures that have been carried out */
    record Confirmed(Filing filing, Plan plan, Set<Integer> taken) implements RecallState {}

    /** Completed or dropped. */
    record Closed(Filing filing, String name) implements RecallState {}

    /** What was asked for, kept to recognise the same request again. */
    record Filing(Occurrence occurrence, @Nullable ParticipantId by) {}

    default RecallState after(RecallEvent event) {
        return switch (event) {
            case RecallFiled filed -> new Filed(new Filing(filed.occurrence(), filed.by()));
            case PlanStaged staged -> new Staged(filing(), staged.plan());
            case PlanConfirmed _ -> new Confirmed(filing(), plan(), Set.of());
            case MeasureTaken taken -> taken(taken.number());
            case RecallCompleted _ -> new Closed(filing(), "completed");
            case RecallDropped _ -> new Closed(filing(), "dropped");
        };
    }

    default Filing filing() {
        return switch (this) {
            case Absent _ -> throw new IllegalStateException("nothing was filed");
            case Filed(var filing) -> filing;
            case Staged(var filing, var _) -> filing;
            case Confirmed(var filing, var _, var _) -> filing;
            case Closed(var filing, var _) -> filing;
        };
    }

    /** As the boards and the refusals name it. */
    default String name() {
        return switch (this) {
            case Absent _ -> "absent";
            case Filed _ -> "filed";
            case Staged _ -> "staged";
            case Confirmed _ -> "confirmed";
            case Closed(var _, var name) -> name;
        };
    }

    private RecallState taken(int number) {
        if (!(this instanceof Confirmed(var filing, var plan, var taken))) throw new IllegalStateException(name());
        var more = new TreeSet<>(taken);
        more.add(number);
        return new Confirmed(filing, plan, Set.copyOf(more));
    }

    private Plan plan() {
        return switch (this) {
            case Staged(var _, var plan) -> plan;
            case Confirmed(var _, var plan, var _) -> plan;
            case Absent _, Filed _, Closed _ -> throw new IllegalStateException("there is no plan while " + name());
        };
    }
}
