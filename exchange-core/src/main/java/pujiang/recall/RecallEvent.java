package pujiang.recall;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import pujiang.participant.ParticipantId;

/** The events of a recall. */
public sealed interface RecallEvent {

    RecallId recall();

    @Revision("1")
    record RecallFiled(RecallId recall, Occurrence occurrence, @Nullable ParticipantId by) implements RecallEvent {}

    /** Replaces the former plan. Waits for an officer. */
    @Revision("1")
    record PlanStaged(RecallId recall, Plan plan, String digest) implements RecallEvent {}

    /** The measures of exactly that plan are to be carried out. */
    @Revision("1")
    record PlanConfirmed(RecallId recall, String digest) implements RecallEvent {}

    @Revision("1")
    record MeasureTaken(RecallId recall, int number, String outcome) implements RecallEvent {}

    /**
     * A measure could not be taken. It is retried until it succeeds. Recorded once for each cause.
     *
     * @param cause why it failed
     */
    @Revision("1")
    record MeasurePostponed(RecallId recall, int number, String cause) implements RecallEvent {}

    /** Every measure has been taken. */
    @Revision("1")
    record RecallCompleted(RecallId recall) implements RecallEvent {}

    @Revision("1")
    record RecallDropped(RecallId recall, String reason) implements RecallEvent {}
}
