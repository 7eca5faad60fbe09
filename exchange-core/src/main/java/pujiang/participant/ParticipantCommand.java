package pujiang.participant;

import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import pujiang.compliance.FactSheet;

/** What can be asked of a participant's file. */
public sealed interface ParticipantCommand {

    ParticipantId participant();

    /** An organisation asks to be admitted, and states about itself what the law will ask ({@code seller.*, buyer.*}). */
    record ApplyForAdmission(
            @TargetAggregateIdentifier ParticipantId participant,
            Organisation organisation,
            Set<MarketRole> roles,
            FactSheet statement)
            implements ParticipantCommand {}

    /** The operator has seen the papers. */
    record VerifyParticipant(
            @TargetAggregateIdentifier ParticipantId participant, String evidence) implements ParticipantCommand {}

    record RejectParticipant(
            @TargetAggregateIdentifier ParticipantId participant, String reason) implements ParticipantCommand {}

    record SuspendParticipant(
            @TargetAggregateIdentifier ParticipantId participant, String reason) implements ParticipantCommand {}

    record ReinstateParticipant(
            @TargetAggregateIdentifier ParticipantId participant, String reason) implements ParticipantCommand {}

    /** Time has passed: a waiting application whose day has come lapses. */
    record EndParticipantWait(@TargetAggregateIdentifier ParticipantId participant) implements ParticipantCommand {}
}
