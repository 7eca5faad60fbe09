package pujiang.app.delivery;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pujiang.app.board.Columns;

/** Links that have ended. */
@Component
class EndedLinkBoard {

    private final JdbcClient database;
    private final Columns columns;

    EndedLinkBoard(JdbcClient database, Columns columns) {
        this.database = database;
        this.columns = columns;
    }

    /** Forgets links whose time was over by then, used or not. */
    int forgetEndedBefore(Instant moment, int most) {
        return database.sql("DELETE FROM download_link WHERE finish_by < ? ORDER BY finish_by LIMIT ?")
                .params(columns.utc(moment), most)
                .update();
    }
}
