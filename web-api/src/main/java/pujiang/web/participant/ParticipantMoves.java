package pujiang.web.participant;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pujiang.compliance.AssessmentId;
import pujiang.participant.ParticipantCommand;
import pujiang.participant.ParticipantCommand.ReinstateParticipant;
import pujiang.participant.ParticipantCommand.SuspendParticipant;
import pujiang.participant.ParticipantId;
import pujiang.participant.ParticipantRefusal.Unknown;
import pujiang.refusal.Identifiers;
import pujiang.refusal.Refused;
import pujiang.stop.Stops;
import pujiang.web.command.Commands;
import pujiang.web.security.Caller;
import pujiang.web.security.People;
import pujiang.web.stop.Discharges;
import pujiang.web.stop.Parts;

/** Who may read a participant's file, and what is done to it, from a program or a page. */
@Component
public class ParticipantMoves {

    private final ParticipantBoard board;
    private final Discharges discharges;
    private final Commands commands;
    private final People people;
    private final Clock clock;

    ParticipantMoves(ParticipantBoard board, Discharges discharges, Commands commands, People people, Clock clock) {
        this.people = people;
        this.board = board;
        this.discharges = discharges;
        this.commands = commands;
        this.clock = clock;
    }

    public ParticipantView suspend(ParticipantId participant, String reason, Caller caller) {
        return act(new SuspendParticipant(participant, Parts.stop(caller, reason, clock.instant())), caller);
    }

    /** @param assessment that mends the ground, where one is asked for */
    public ParticipantView reinstate(
            ParticipantId participant, String reason, @Nullable AssessmentId assessment, Caller caller) {
        var mended = discharges.among(new Stops(seen(participant, caller).stops()));
        return act(new ReinstateParticipant(participant, Parts.of(caller), mended, reason, assessment), caller);
    }

    /** Returns the file as it then stands. */
    public ParticipantView act(ParticipantCommand command, Caller caller) {
        seen(command.participant(), caller);
        commands.send(command, caller.username());
        return seen(command.participant(), caller);
    }

    /** Its own for a participant, anybody's for staff. */
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
        return view.shown(people.shown(view.stops(), caller));
    }
}
