package pujiang.app.fsck;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.stereotype.Component;
import pujiang.recall.Recall;

@Component
final class RecallBoardCheck extends BoardCheck {

    RecallBoardCheck() {
        super(Recall.class, "recall_board", "recalls", "召回");
    }

    @Override
    void compare(EventStream eventStream, ResultSet row, Compared compared) throws SQLException {
        compared.same("its state", "状态", row.getString("state"), state(eventStream));
        compared.same("its version", "版本", row.getLong("version"), eventStream.lastNumber());
    }
}
