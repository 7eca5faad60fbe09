package pujiang.app.fsck;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.stereotype.Component;
import pujiang.participant.Participant;

@Component
final class ParticipantBoardCheck extends BoardCheck {

    ParticipantBoardCheck() {
        super(Participant.class, "participant_board", "participants", "参与方");
    }

    @Override
    void compare(EventStream eventStream, ResultSet row, Compared compared) throws SQLException {
        compared.same("its state", "状态", row.getString("state"), state(eventStream));
        compared.same("its version", "版本", row.getLong("version"), eventStream.lastNumber());
        compared.stops(row, state(eventStream).equals("suspended"));
    }
}
