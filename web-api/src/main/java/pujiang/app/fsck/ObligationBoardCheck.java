package pujiang.app.fsck;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.stereotype.Component;
import pujiang.obligation.Obligation;

@Component
final class ObligationBoardCheck extends BoardCheck {

    ObligationBoardCheck() {
        super(Obligation.class, "obligation_board", "obligations", "义务");
    }

    @Override
    void compare(EventStream eventStream, ResultSet row, Compared compared) throws SQLException {
        compared.same("its state", "状态", row.getString("state"), state(eventStream));
        compared.same("its version", "版本", row.getLong("version"), eventStream.lastNumber());
    }
}
