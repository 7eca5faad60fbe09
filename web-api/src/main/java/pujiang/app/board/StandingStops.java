package pujiang.app.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pujiang.stop.Stop;
import pujiang.stop.Stops;

/** The column of the stops of a thing, in the board that an order reads anyway. Null without stops. */
@Component
public final class StandingStops {

    private final JdbcClient database;
    private final Columns columns;

    StandingStops(JdbcClient database, Columns columns) {
        this.database = database;
        this.columns = columns;
    }

    public Stops read(ResultSet row, String column) throws SQLException {
        var standing = columns.list(row, column, Stop.class);
        return standing.isEmpty() ? Stops.NONE : new Stops(standing);
    }

    /** @param board the table, a constant of the caller */
    public void change(String board, String id, UnaryOperator<Stops> change) {
        var now = database.sql("SELECT stops FROM " + board + " WHERE id = ?")
                .param(id)
                .query((row, _) -> read(row, "stops"))
                .single();
        var then = change.apply(now);
        database.sql("UPDATE " + board + " SET stops = ? WHERE id = ?")
                .param(then.isEmpty() ? null : columns.json(then.standing()))
                .param(id)
                .update();
    }
}
