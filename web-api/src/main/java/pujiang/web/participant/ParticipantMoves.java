package pujiang.web.participant;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pujiang.participant.ParticipantCommand;
import pujiang.participant.ParticipantId;
import pujiang.participant.ParticipantRefusal.Unknown;
import pujiang.refusal.Identifiers;
import pujiang.refusal.Refused;
import pujiang.web.command.Commands;
import pujiang.web.security.Caller;

/** Who may read a participant's file, and what is done to it, from a program or a page. */
@Component
public class ParticipantMoves {

    private final ParticipantBoard board;
    private final Commands commands;

    ParticipantMoves(ParticipantBoard board, Commands commands) {
        this.board = board;
        this.commands = commands;
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
                .orElseThrow(() -> new Refused(new Unknown(participant)));
    }

    /** In the order of their ids; for a participant only its own. */
    public List<ParticipantView> list(@Nullable String state, String after, int most, Caller caller) {
        if (state != null) Identifiers.checkState("state", state);
        return caller.staff()
                ? board.list(state, after, most)
                : board.find(caller.own()).stream().toList();
    }
}
