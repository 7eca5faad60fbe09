package pujiang.web.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pujiang.obligation.Duty.Kind;
import pujiang.obligation.ObligationEvent.ObligationIncurred;
import pujiang.trade.TradeId;
import pujiang.web.board.Board;
import pujiang.web.board.Columns;

/** Which trades are watched, and when each is next: from when its buyer owes a deletion. */
@Component
class WatchBoard implements Board {

    private final JdbcClient database;
    private final Columns columns;
    private final Duration every;

    WatchBoard(JdbcClient database, Columns columns, @Value("${pujiang.obligation.watch-every}") Duration every) {
        this.database = database;
        this.columns = columns;
        this.every = every;
    }

    @EventHandler
    void on(ObligationIncurred incurred, @Timestamp Instant at) {
        var trade = incurred.duty().concern().trade();
        if (trade == null || incurred.duty().kind() != Kind.DELETION) return;
        database.sql("INSERT IGNORE INTO watch_board (trade, next_at) VALUES (?, ?)")
                .params(trade.value(), columns.utc(at.plus(every)))
                .update();
    }

    /** The longest overdue first. */
    List<TradeId> due(Instant now, int most) {
        return database.sql("SELECT trade FROM watch_board WHERE next_at <= ? ORDER BY next_at LIMIT ?")
                .params(columns.utc(now), most)
                .query((row, _) -> new TradeId(row.getString("trade")))
                .list();
    }

    void asked(TradeId trade, Instant now) {
        database.sql("UPDATE watch_board SET next_at = ? WHERE trade = ?")
                .params(columns.utc(now.plus(every)), trade.value())
                .update();
    }

    void end(TradeId trade) {
        database.sql("DELETE FROM watch_board WHERE trade = ?")
                .param(trade.value())
                .update();
    }
}
