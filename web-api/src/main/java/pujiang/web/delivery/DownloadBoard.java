package pujiang.web.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pujiang.obligation.Duty;
import pujiang.obligation.Duty.Kind;
import pujiang.obligation.ObligationEvent.ObligationDischarged;
import pujiang.obligation.ObligationEvent.ObligationIncurred;
import pujiang.obligation.ObligationId;
import pujiang.obligation.ObligationRefusal.Recalled;
import pujiang.participant.ParticipantId;
import pujiang.refusal.Refused;
import pujiang.trade.Content;
import pujiang.trade.TradeId;
import pujiang.trade.TradeRefusal.WrongState;
import pujiang.web.board.Board;
import pujiang.web.board.Columns;

/** One-time links: begun in time, resumed while they last, spent when the last byte has gone out. */
@Component
class DownloadBoard implements Board {

    private final JdbcClient database;
    private final Columns columns;

    DownloadBoard(JdbcClient database, Columns columns) {
        this.database = database;
        this.columns = columns;
    }

    /** What has been handed over in a trade, if there is such a trade. */
    Optional<HandedOver> handedOver(TradeId trade) {
        return database.sql("select id as trade, buyer, state, content, called_back from trade_board where id = ?")
                .param(trade.value())
                .query((row, _) -> handedOver(row))
                .optional();
    }

    private HandedOver handedOver(ResultSet row) throws SQLException {
        return new HandedOver(
                new TradeId(row.getString("trade")),
                new ParticipantId(row.getString("buyer")),
                row.getString("state"),
                row.getString("content") == null ? null : columns.value(row, "content", Content.class),
                row.getString("called_back") == null ? null : new ObligationId(row.getString("called_back")));
    }

    /** What a recall has told the buyer to delete goes out to nobody, until somebody has seen it deleted. */
    @EventHandler
    void on(ObligationIncurred incurred) {
        var duty = incurred.duty();
        var trade = duty.concern().trade();
        if (trade == null || duty.kind() != Kind.DELETION || !duty.comesFromARecall()) return;
        database.sql("update trade_board set called_back = ? where id = ?")
                .params(incurred.obligation().value(), trade.value())
                .update();
    }

    /** Another recall may have asked for the same; whether that board has heard of this event is not known here. */
    @EventHandler
    void on(ObligationDischarged discharged) {
        database.sql(
                        """
                        update trade_board t set called_back = (
                            select min(o.id) from obligation_board o where o.trade = t.id and o.id <> :discharged
                                and o.kind = 'DELETION' and o.state <> 'discharged'
                                and json_value(o.duty, '$.source') like :recall)
                        where t.id = (select trade from obligation_board where id = :discharged)
                            and t.called_back is not null""")
                .param("discharged", discharged.obligation().value())
                .param("recall", Duty.OF_A_RECALL + "%")
                .update();
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
                        select l.*, t.state, t.content, t.called_back
                        from download_link l join trade_board t on t.id = l.trade where l.token_hash = ?""")
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

    /**
     * The state of a trade, and the file that its buyer may fetch.
     *
     * @param calledBack the obligation to delete it that a recall has laid on the buyer
     */
    record HandedOver(
            TradeId trade,
            ParticipantId buyer,
            String state,
            @Nullable Content content,
            @Nullable ObligationId calledBack) {

        private static final Set<String> FETCHABLE = Set.of("delivered", "completed");

        /** @throws Refused if it is not the buyer's to fetch: not yet, or no longer */
        Content fetchable() {
            if (content == null || !FETCHABLE.contains(state)) {
                throw new Refused(new WrongState(trade, state, "delivered"));
            }
            if (calledBack != null) throw new Refused(new Recalled(trade, calledBack));
            return content;
        }
    }

    record Link(HandedOver leadsTo, Instant beginBy, Instant finishBy, boolean used, boolean spent) {

        boolean openAt(Instant now) {
            return !spent && now.isBefore(used ? finishBy : beginBy);
        }
    }
}
