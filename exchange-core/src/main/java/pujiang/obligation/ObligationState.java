package pujiang.obligation;

import java.time.Instant;
import pujiang.obligation.ObligationEvent.ObligationBreached;
import pujiang.obligation.ObligationEvent.ObligationDischarged;
import pujiang.obligation.ObligationEvent.ObligationIncurred;
import pujiang.obligation.ObligationEvent.ObligationProven;
import pujiang.obligation.ObligationEvent.ProofRejected;

/** The state of an obligation. */
sealed interface ObligationState {

    record Absent() implements ObligationState {}

    /** Waits for the responsible party. */
    record Open(Duty duty, Instant due) implements ObligationState {}

    /**
     * Waits for an officer. The deadline does not run while a proof is under review.
     *
     * @param due the former deadline; late if it had been breached before
     */
    record Proven(Duty duty, Instant due, boolean late) implements ObligationState {}

    /** The consequence has been applied; the obligation still has to be met. */
    record Breached(Duty duty) implements ObligationState {}

    record Discharged(Duty duty) implements ObligationState {}

    default ObligationState after(ObligationEvent event) {
        return switch (event) {
            case ObligationIncurred incurred -> incurred(incurred.duty());
            case ObligationProven _ ->
                switch (this) {
                    case Open(var duty, var due) -> new Proven(duty, due, false);
                    case Breached(var duty) -> new Proven(duty, duty.due(), true);
                    case Absent _, Proven _, Discharged _ -> throw impossible(event);
                };
            case ProofRejected rejected ->
                switch (this) {
                    case Proven(var duty, var _, var late) ->
                        late ? new Breached(duty) : new Open(duty, rejected.due());
                    case Absent _, Open _, Breached _, Discharged _ -> throw impossible(event);
                };
            case ObligationBreached _ -> new Breached(duty());
            case ObligationDischarged _ -> new Discharged(duty());
        };
    }

    /** Found again, or found to last longer than was known. */
    private ObligationState incurred(Duty found) {
        return switch (this) {
            case Absent _, Discharged _ -> new Open(found, found.due());
            case Open(var _, var due) -> new Open(found, due);
            case Proven(var _, var due, var late) -> new Proven(found, due, late);
            case Breached _ -> new Breached(found);
        };
    }

    /** Whether the finding adds to what is known. */
    default boolean isNews(Duty found) {
        return switch (this) {
            case Absent _ -> true;
            case Open(var known, var _) -> found.outlasts(known);
            case Proven(var known, var _, var _) -> found.outlasts(known);
            case Breached(var known) -> found.outlasts(known);
            case Discharged(var known) -> !found.source().equals(known.source());
        };
    }

    default Duty duty() {
        return switch (this) {
            case Absent _ -> throw new IllegalStateException("nothing is owed");
            case Open(var duty, var _) -> duty;
            case Proven(var duty, var _, var _) -> duty;
            case Breached(var duty) -> duty;
            case Discharged(var duty) -> duty;
        };
    }

    /** The name in read models and refusals. */
    default String name() {
        return switch (this) {
            case Absent _ -> "absent";
            case Open _ -> "open";
            case Proven _ -> "proven";
            case Breached _ -> "breached";
            case Discharged _ -> "discharged";
        };
    }

    private IllegalStateException impossible(ObligationEvent event) {
        return new IllegalStateException(event.getClass().getSimpleName() + " cannot follow " + name());
    }
}
