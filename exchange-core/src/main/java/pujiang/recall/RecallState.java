package pujiang.recall;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import pujiang.participant.ParticipantId;
import pujiang.recall.RecallEvent.MeasurePostponed;
import pujiang.recall.RecallEvent.MeasureTaken;
import pujiang.recall.RecallEvent.PlanConfirmed;
import pujiang.recall.RecallEvent.PlanStaged;
import pujiang.recall.RecallEvent.RecallCompleted;
import pujiang.recall.RecallEvent.RecallDropped;
import pujiang.recall.RecallEvent.RecallFiled;

/** The state of a recall. */
sealed interface RecallState {

    record Absent() implements RecallState {}

    /** Filed; its plan follows in the same transaction. */
    record Filed(Filing filing) implements RecallState {}

    record Staged(Filing filing, Plan plan) implements RecallState {}

    /**
     * @param taken numbers of the measures that have been carried out
     * @param postponed why the last attempt at a measure failed, by its number
     */
    record Confirmed(Filing filing, Plan plan, Set<Integer> taken, Map<Integer, String> postponed)
            implements RecallState {}

    /** Completed or dropped. */
    record Closed(Filing filing, String name) implements RecallState {}

    /** The filing, kept to recognise a repeated request. */
    record Filing(Occurrence occurrence, @Nullable ParticipantId by) {}

    default RecallState after(RecallEvent event) {
        return switch (event) {
            case RecallFiled filed -> new Filed(new Filing(filed.occurrence(), filed.by()));
            case PlanStaged staged -> new Staged(filing(), staged.plan());
            case PlanConfirmed _ -> new Confirmed(filing(), plan(), Set.of(), Map.of());
            case MeasureTaken taken -> taken(taken.number());
            case MeasurePostponed postponed -> postponed(postponed.number(), postponed.cause());
            case RecallCompleted _ -> new Closed(filing(), "completed");
            case RecallDropped _ -> new Closed(filing(), "dropped");
        };
    }

    default Filing filing() {
        return switch (this) {
            case Absent _ -> throw new IllegalStateException("nothing was filed");
            case Filed(var filing) -> filing;
            case Staged(var filing, var _) -> filing;
            case Confirmed(var filing, var _, var _, var _) -> filing;
            case Closed(var filing, var _) -> filing;
        };
    }

    /** The name in read models and refusals. */
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
        var now = confirmed();
        var more = new TreeSet<>(now.taken());
        more.add(number);
        return new Confirmed(now.filing(), now.plan(), Set.copyOf(more), now.postponed());
    }

    private RecallState postponed(int number, String cause) {
        var now = confirmed();
        var more = new TreeMap<>(now.postponed());
        more.put(number, cause);
        return new Confirmed(now.filing(), now.plan(), now.taken(), Map.copyOf(more));
    }

    private Confirmed confirmed() {
        if (this instanceof Confirmed now) return now;
        throw new IllegalStateException(name());
    }

    private Plan plan() {
        return switch (this) {
            case Staged(var _, var plan) -> plan;
            case Confirmed(var _, var plan, var _, var _) -> plan;
            case Absent _, Filed _, Closed _ -> throw new IllegalStateException("there is no plan while " + name());
        };
    }
}
