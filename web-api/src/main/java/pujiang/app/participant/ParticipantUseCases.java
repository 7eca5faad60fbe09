package pujiang.app.participant;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pujiang.app.command.Commands;
import pujiang.app.security.ActorNames;
import pujiang.app.security.Caller;
import pujiang.app.stop.Discharges;
import pujiang.app.stop.Parts;
import pujiang.compliance.Assessment;
import pujiang.compliance.AssessmentId;
import pujiang.participant.ParticipantCommand;
import pujiang.participant.ParticipantCommand.ApplyForAdmission;
import pujiang.participant.ParticipantCommand.AssessParticipant;
import pujiang.participant.ParticipantCommand.ReinstateParticipant;
import pujiang.participant.ParticipantCommand.SuspendParticipant;
import pujiang.participant.ParticipantId;
import pujiang.participant.ParticipantRefusal.Unknown;
import pujiang.refusal.Identifiers;
import pujiang.refusal.Refused;
import pujiang.stop.Stops;

/** Access to a participant's file and acts on it, from a program or a page. */
@Component
public class ParticipantUseCases {

    private final ParticipantBoard board;
    private final Discharges discharges;
    private final Commands commands;
    private final ActorNames actorNames;
    private final Clock clock;

    ParticipantUseCases(
            ParticipantBoard board, Discharges discharges, Commands commands, ActorNames actorNames, Clock clock) {
        this.actorNames = actorNames;
        this.board = board;
        this.discharges = discharges;
        this.commands = commands;
        this.clock = clock;
    }

    /** @return whether it is new: the same request again changes nothing */
    public boolean apply(ApplyForAdmission application, Caller caller) {
        return commands.create(application, caller.username());
    }

    /** @return whether it is new: the same request again changes nothing */
    public boolean assess(ParticipantId participant, Assessment assessment, Caller caller) {
        seen(participant, caller);
        return commands.create(new AssessParticipant(participant, assessment), caller.username());
    }

    public ParticipantView suspend(ParticipantId participant, String reason, Caller caller) {
        return act(new SuspendParticipant(participant, Parts.stop(caller, reason, clock.instant())), caller);
    }

    /** @param assessment that remedies the ground, where one is required */
    public ParticipantView reinstate(
            ParticipantId participant, String reason, @Nullable AssessmentId assessment, Caller caller) {
        var mended = discharges.among(new Stops(seen(participant, caller).stops()));
        return act(new ReinstateParticipant(participant, Parts.of(caller), mended, reason, assessment), caller);
    }

    /** Returns the file after the act. */
    public ParticipantView act(ParticipantCommand command, Caller caller) {
        seen(command.participant(), caller);
        commands.send(command, caller.username());
        return seen(command.participant(), caller);
    }

    /** Its own for a participant, any for staff. */
    public ParticipantView seen(ParticipantId participant, Caller caller) {
        return board.find(participant)
                .filter(view -> caller.staff() || caller.actsFor(view.id()))
                .map(view -> shown(view, caller))
                .orElseThrow(() -> new Refused(new Unknown(participant)));
    }

    /** In the order of their ids; for a participant only its own. */
    public List<ParticipantView> list(@Nullable String state, String after, int most, Caller caller) {
        if (state != null) Identifiers.checkState("state", state);
        return caller.staff()
                ? board.list(state, after, most)
                : board.find(caller.own()).map(view -> shown(view, caller)).stream()
                        .toList();
    }

    private ParticipantView shown(ParticipantView view, Caller caller) {
        return view.shown(actorNames.shown(view.stops(), caller));
    }
}
