package pujiang.participant;

import java.util.List;
import pujiang.compliance.AssessmentId;
import pujiang.refusal.Refusal;

/** Why a request about a participant is turned away, in order of precedence. */
public sealed interface ParticipantRefusal extends Refusal {

    /** The id is taken by an application with other content. */
    record AlreadyApplied(ParticipantId participant) implements ParticipantRefusal {}

    /** No such participant. */
    record Unknown(ParticipantId participant) implements ParticipantRefusal {}

    /** Somebody else has changed the file since the caller read it. */
    record StaleVersion(ParticipantId participant, long given, long current) implements ParticipantRefusal {}

    /** What the operator has read of the file is not what the law would be asked about now. */
    record FileChanged(ParticipantId participant, long read, long current) implements ParticipantRefusal {}

    /** The name is taken by an assessment with other content. */
    record AlreadyAssessed(ParticipantId participant, AssessmentId assessment) implements ParticipantRefusal {}

    /** The state does not allow the action. */
    record WrongState(ParticipantId participant, String state, String needed) implements ParticipantRefusal {}

    /** The law needs facts that nobody has stated; the operator asks the applicant for them. */
    record LawUndecided(ParticipantId participant, List<String> missing) implements ParticipantRefusal {}

    /** The exchange serves it only while it is verified and not suspended. */
    record NotActive(ParticipantId participant) implements ParticipantRefusal {}

    /** It was admitted in another role only. */
    record RoleNotHeld(ParticipantId participant, MarketRole role) implements ParticipantRefusal {}

    /** Another participant has this registration. */
    record RegistrationTaken(String registration) implements ParticipantRefusal {}
}
