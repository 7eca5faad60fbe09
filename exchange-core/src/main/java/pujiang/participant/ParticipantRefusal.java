package pujiang.participant;

import java.util.List;
import pujiang.compliance.AssessmentId;
import pujiang.refusal.Refusal;

/** The reasons for refusing a request about a participant, in order of precedence. */
public sealed interface ParticipantRefusal extends Refusal {

    /** The id is taken by an application with other content. */
    record AlreadyApplied(ParticipantId participant) implements ParticipantRefusal {}

    /** No such participant. */
    record Unknown(ParticipantId participant) implements ParticipantRefusal {}

    /** The file has changed since the caller read it. */
    record StaleVersion(ParticipantId participant, long given, long current) implements ParticipantRefusal {}

    /** The file has changed since the operator read it, so the rules would use other facts. */
    record FileChanged(ParticipantId participant, long read, long current) implements ParticipantRefusal {}

    /** The name is taken by an assessment with other content. */
    record AlreadyAssessed(ParticipantId participant, AssessmentId assessment) implements ParticipantRefusal {}

    /** The state does not allow the action. */
    record WrongState(ParticipantId participant, String state, String needed) implements ParticipantRefusal {}

    /** The rules need facts that have not been stated; the operator requests them from the applicant. */
    record LawUndecided(ParticipantId participant, List<String> missing) implements ParticipantRefusal {}

    /** The participant is not verified, or is suspended. */
    record NotActive(ParticipantId participant) implements ParticipantRefusal {}

    /** It was admitted in another role only. */
    record RoleNotHeld(ParticipantId participant, MarketRole role) implements ParticipantRefusal {}

    /** Another participant has this registration. */
    record RegistrationTaken(String registration) implements ParticipantRefusal {}
}
