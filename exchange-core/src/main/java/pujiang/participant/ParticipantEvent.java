package pujiang.participant;

import java.time.Instant;
import java.util.Set;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import pujiang.compliance.Assessment;
import pujiang.compliance.AssessmentId;
import pujiang.compliance.Decision;
import pujiang.compliance.FactSheet;
import pujiang.stop.Ground;
import pujiang.stop.Stop;

/** The events of a participant's file. */
public sealed interface ParticipantEvent {

    ParticipantId participant();

    /** Waits for the operator until the due instant. */
    @Revision("1")
    record ParticipantApplied(
            ParticipantId participant,
            Organisation organisation,
            Set<MarketRole> roles,
            FactSheet statement,
            Instant due)
            implements ParticipantEvent {}

    @Revision("2")
    record ParticipantVerified(ParticipantId participant, String evidence, Decision decision)
            implements ParticipantEvent {}

    /** Replaces the former statement. */
    @Revision("1")
    record StatementRevised(ParticipantId participant, FactSheet statement, String evidence)
            implements ParticipantEvent {}

    @Revision("1")
    record ParticipantAssessed(ParticipantId participant, Assessment assessment) implements ParticipantEvent {}

    /** The operator has checked the documents, but the rules deny the admission. */
    @Revision("2")
    record ParticipantRefused(ParticipantId participant, Decision decision) implements ParticipantEvent {}

    @Revision("1")
    record ParticipantRejected(ParticipantId participant, String reason) implements ParticipantEvent {}

    @Revision("1")
    record ParticipantLapsed(ParticipantId participant, Instant due) implements ParticipantEvent {}

    /** @param stop null in revision 1: see {@link Stop#unsigned} */
    @Revision("2")
    record ParticipantSuspended(ParticipantId participant, String reason, @Nullable Stop stop)
            implements ParticipantEvent {

        public Stop stopped(Instant at) {
            return stop == null ? Stop.unsigned(reason, at) : stop;
        }
    }

    /**
     * One of several suspensions was lifted; others remain.
     *
     * @param assessment that remedies the ground; null if the ground requires none
     */
    @Revision("1")
    record ParticipantStopLifted(
            ParticipantId participant,
            Ground ground,
            @Nullable String cause,
            String reason,
            @Nullable AssessmentId assessment)
            implements ParticipantEvent {}

    /** All suspensions are lifted. */
    @Revision("1")
    record ParticipantReinstated(ParticipantId participant, String reason) implements ParticipantEvent {}
}
