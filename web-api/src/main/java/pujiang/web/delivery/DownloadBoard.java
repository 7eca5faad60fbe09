package pujiang.web.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pujiang.participant.ParticipantId;
import pujiang.refusal.Refused;
import pujiang.trade.Content;
import pujiang.trade.TradeId;
import pujiang.trade.TradeRefusal.WrongState;
import pujiang.web.board.Columns;

/** One-time links: begun in time, resumed while they last, spent when the last byte has gone out. */
@Component
class DownloadBoard {

    private final JdbcClient database;
    private final Columns columns;

    DownloadBoard(JdbcClient database, Columns columns) {
        this.database = database;
        this.columns = columns;
    }

    /** What has been handed over in a trade, if there is such a trade. */
    Optional<HandedOver> handedOver(TradeId trade) {
        return database.sql("select id as trade, buyer, state, content from trade_board where id = ?")
                .param(trade.value())
                .query((row, _) -> handedOver(row))
                .optional();
    }

    private HandedOver handedOver(ResultSet row) throws SQLException {
        return new HandedOver(
                new TradeId(row.getString("trade")),
                new ParticipantId(row.getString("buyer")),
                row.getString("state"),
                row.getString("content") == null ? null : columns.value(row, "content", Content.class));
    }

    void insert(byte[] tokenHash, TradeId trade, ParticipantId buyer, Instant beginBy, Instant finishBy) {
        database.sql("insert into download_link (token_hash, trade, buyer, begin_by, finish_by) values (?, ?, ?, ?, ?)")
                .params(tokenHash, trade.value(), buyer.value(), columns.utc(beginBy), columns.utc(finishBy))
                .update();
    }

    /** A link, and what it leads to. */
    Optional<Link> find(byte[] tokenHash) {
        return database.sql(
                        """
                        select l.*, t.state, t.content from download_link l join trade_board t on t.id = l.trade
                        where l.token_hash = ?""")
                .param(tokenHash)
                .query((row, _) -> new Link(
                        handedOver(row),
                        columns.instant(row, "begin_by"),
                        columns.instant(row, "finish_by"),
                        row.getObject("used_at") != null,
                        row.getObject("spent_at") != null))
                .optional();
    }

    /** Whether this is the first use. */
    boolean use(byte[] tokenHash, Instant now) {
        return database.sql("update download_link set used_at = ? where token_hash = ? and used_at is null")
                        .params(columns.utc(now), tokenHash)
                        .update()
                == 1;
    }

    void spend(byte[] tokenHash, Instant now) {
        database.sql("update download_link set spent_at = coalesce(spent_at, ?) where token_hash = ?")
                .params(columns.utc(now), tokenHash)
                .update();
    }

    /** The state of a trade, and the file that its buyer may fetch. */
    record HandedOver(TradeId trade, ParticipantId buyer, String state, @Nullable Content content) {

        private static final Set<String> FETCHABLE = Set.of("delivered", "completed");

        /** @throws Refused if it is not the buyer's to fetch: not yet, or no longer */
        Content fetchable() {
            if (content != null && FETCHABLE.contains(state)) return content;
            throw new Refused(new WrongState(trade, state, "delivered"));
        }
    }

    record Link(HandedOver leadsTo, Instant beginBy, Instant finishBy, boolean used, boolean spent) {

        boolean openAt(Instant now) {
            return !spent && now.isBefore(used ? finishBy : beginBy);
        }
    }
}
