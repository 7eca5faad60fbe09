package pujiang.app.watch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pujiang.app.board.Board;
import pujiang.app.board.Columns;
import pujiang.app.decision.DecisionView;
import pujiang.app.job.RetryBoard;
import pujiang.obligation.Duty.Kind;
import pujiang.obligation.ObligationEvent.ObligationIncurred;
import pujiang.trade.Agreement;
import pujiang.trade.TradeId;
import pujiang.watch.WatchEvent.AfterwardsJudged;
import pujiang.watch.WatchEvent.AfterwardsResolved;

/**
 * The watched trades, with the next evaluation of each, and the time from which its buyer must delete. Open findings
 * wait here for an officer, as long as the trade is watched.
 */
@Component
public class WatchBoard implements Board {

    private static final String OPEN =
            """
            SELECT trade, open_since, open_decision, agreement FROM watch_board w JOIN trade_board t ON t.id = w.trade
            WHERE open_since IS NOT NULL
            """;

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

    /** In the order of their evaluation. */
    public record Place(Instant since, TradeId trade) {

        public static List<String> of(OpenFinding open) {
            return List.of(open.since().toString(), open.trade().value());
        }

        public static Place of(List<String> parts) {
            return new Place(Instant.parse(parts.get(0)), new TradeId(parts.get(1)));
        }
    }

    /** Trades that wait for an officer, longest waiting first. */
    public List<OpenFinding> list(Optional<Place> after, int most) {
        var further = after.isEmpty() ? "" : "AND (open_since > :since OR open_since = :since AND trade > :trade)\n";
        return database.sql(OPEN + further + "ORDER BY open_since, trade LIMIT :most")
                .param("since", after.map(place -> columns.utc(place.since())).orElse(null))
                .param("trade", after.map(place -> place.trade().value()).orElse(null))
                .param("most", most)
                .query((row, _) -> view(row))
                .list();
    }

    /** Empty if no finding of the trade waits for an officer. */
    public Optional<OpenFinding> open(TradeId trade) {
        return database.sql(OPEN + "AND trade = :trade")
                .param("trade", trade.value())
                .query((row, _) -> view(row))
                .optional();
    }

    @EventHandler
    void on(AfterwardsJudged judged, @Timestamp Instant at) {
        if (!judged.leavesOpen()) close(judged.trade());
        else
            database.sql("UPDATE watch_board SET open_since = ?, open_decision = ? WHERE trade = ?")
                    .params(
                            columns.utc(at),
                            columns.json(DecisionView.whole(judged.decision())),
                            judged.trade().value())
                    .update();
    }

    @EventHandler
    void on(AfterwardsResolved resolved) {
        close(resolved.trade());
    }

    private void close(TradeId trade) {
        database.sql("UPDATE watch_board SET open_since = NULL, open_decision = NULL WHERE trade = ?")
                .param(trade.value())
                .update();
    }

    /** Whether the rules are evaluated for it. */
    boolean watches(TradeId trade) {
        return database.sql("SELECT COUNT(*) FROM watch_board WHERE trade = ?")
                        .param(trade.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The longest overdue first, without those that have stepped aside from the job. */
    List<TradeId> due(String job, Instant now, int most) {
        return database.sql("SELECT trade FROM watch_board WHERE next_at <= :now AND "
                        + RetryBoard.none("watch_board.trade") + " ORDER BY next_at LIMIT :most")
                .param("job", job)
                .param("now", columns.utc(now))
                .param("most", most)
                .query((row, _) -> new TradeId(row.getString("trade")))
                .list();
    }

    /** Since when the oldest of the findings waits. */
    Optional<Instant> oldestDue(String job, Instant now) {
        return database.sql("SELECT MIN(next_at) AS at FROM watch_board WHERE next_at <= :now AND "
                        + RetryBoard.none("watch_board.trade"))
                .param("job", job)
                .param("now", columns.utc(now))
                .query((row, _) -> Optional.ofNullable(columns.instantOrNull(row, "at")))
                .single();
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

    private OpenFinding view(ResultSet row) throws SQLException {
        var agreement = columns.value(row, "agreement", Agreement.class);
        return new OpenFinding(
                new TradeId(row.getString("trade")),
                columns.instant(row, "open_since"),
                agreement.listing(),
                agreement.product(),
                agreement.vendor(),
                agreement.buyer(),
                columns.value(row, "open_decision", DecisionView.class));
    }
}
