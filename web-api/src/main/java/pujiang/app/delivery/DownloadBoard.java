package pujiang.app.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pujiang.app.board.Board;
import pujiang.app.board.Columns;
import pujiang.app.delivery.DeliveryRefusal.CopyDeleted;
import pujiang.app.delivery.DeliveryRefusal.TermEnded;
import pujiang.calendar.Shanghai;
import pujiang.delivery.Content;
import pujiang.obligation.Duty;
import pujiang.obligation.Duty.Kind;
import pujiang.obligation.ObligationEvent.ObligationDischarged;
import pujiang.obligation.ObligationEvent.ObligationIncurred;
import pujiang.obligation.ObligationId;
import pujiang.obligation.ObligationRefusal.Recalled;
import pujiang.participant.ParticipantId;
import pujiang.refusal.Refusal;
import pujiang.refusal.Refused;
import pujiang.trade.TradeId;
import pujiang.trade.TradeRefusal.WrongState;
import pujiang.trade.TradeStatus;

/** One-time links: begun in time, resumed while they last, spent when every byte has arrived. */
@Component
class DownloadBoard implements Board {

    /** With the deletion that its buyer has shown, whether an officer has looked at that yet or not. */
    private static final String HANDED_OVER =
            """
            t.id AS trade, t.buyer, t.state, t.content, t.called_back, t.fetch_until,
            (SELECT MIN(o.id) FROM obligation_board o WHERE o.trade = t.id AND o.kind = 'DELETION'
                AND o.state IN ('proven', 'discharged')) AS deleted
            """;

    private final JdbcClient database;
    private final Columns columns;

    DownloadBoard(JdbcClient database, Columns columns) {
        this.database = database;
        this.columns = columns;
    }

    /** The handover of a trade, if the trade exists. */
    Optional<HandedOver> handedOver(TradeId trade) {
        return database.sql("SELECT " + HANDED_OVER + " FROM trade_board t WHERE t.id = ?")
                .param(trade.value())
                .query((row, _) -> handedOver(row))
                .optional();
    }

    private HandedOver handedOver(ResultSet row) throws SQLException {
        return new HandedOver(
                new TradeId(row.getString("trade")),
                new ParticipantId(row.getString("buyer")),
                TradeStatus.of(row.getString("state")),
                row.getString("content") == null ? null : columns.value(row, "content", Content.class),
                obligation(row, "called_back"),
                obligation(row, "deleted"),
                columns.instantOrNull(row, "fetch_until"));
    }

    private static @Nullable ObligationId obligation(ResultSet row, String column) throws SQLException {
        var id = row.getString(column);
        return id == null ? null : new ObligationId(id);
    }

    /** As it is now, and no deletion is shown before the transaction ends: a fetch and a proof come one after the other. */
    Optional<HandedOver> heldStill(TradeId trade) {
        var _ = database.sql("SELECT id FROM obligation_board WHERE trade = ? AND kind = 'DELETION' FOR UPDATE")
                .param(trade.value())
                .query(String.class)
                .list();
        return handedOver(trade);
    }

    /**
     * A file that a recall orders the buyer to delete is not handed out, until an officer has confirmed the deletion.
     */
    @EventHandler
    void on(ObligationIncurred incurred) {
        var duty = incurred.duty();
        var trade = duty.concern().trade();
        if (trade == null || duty.kind() != Kind.DELETION || !duty.comesFromARecall()) return;
        database.sql("UPDATE trade_board SET called_back = ? WHERE id = ?")
                .params(incurred.obligation().value(), trade.value())
                .update();
    }

    /** Another recall may require the same deletion; whether that board has this event yet is unknown here. */
    @EventHandler
    void on(ObligationDischarged discharged) {
        database.sql(
                        """
                        UPDATE trade_board t SET called_back = (
                            SELECT MIN(o.id) FROM obligation_board o WHERE o.trade = t.id AND o.id <> :discharged
                                AND o.kind = 'DELETION' AND o.state <> 'discharged'
                                AND JSON_VALUE(o.duty, '$.source') LIKE :recall)
                        WHERE t.id = (SELECT trade FROM obligation_board WHERE id = :discharged)
                            AND t.called_back IS NOT NULL""")
                .param("discharged", discharged.obligation().value())
                .param("recall", Duty.OF_A_RECALL + "%")
                .update();
    }

    void insert(byte[] tokenHash, TradeId trade, ParticipantId buyer, Instant beginBy, Instant finishBy) {
        database.sql("INSERT INTO download_link (token_hash, trade, buyer, begin_by, finish_by) VALUES (?, ?, ?, ?, ?)")
                .params(tokenHash, trade.value(), buyer.value(), columns.utc(beginBy), columns.utc(finishBy))
                .update();
    }

    /** A link, and what it leads to. */
    Optional<Link> find(byte[] tokenHash) {
        return database.sql("SELECT l.begin_by, l.finish_by, l.used_at, l.spent_at, " + HANDED_OVER
                        + " FROM download_link l JOIN trade_board t ON t.id = l.trade WHERE l.token_hash = ?")
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
        return database.sql("UPDATE download_link SET used_at = ? WHERE token_hash = ? AND used_at IS NULL")
                        .params(columns.utc(now), tokenHash)
                        .update()
                == 1;
    }

    void spend(byte[] tokenHash, Instant now) {
        database.sql("UPDATE download_link SET spent_at = COALESCE(spent_at, ?) WHERE token_hash = ?")
                .params(columns.utc(now), tokenHash)
                .update();
    }

    /** Bytes received by a link so far. No other response is recorded before this transaction ends. */
    SentRanges sent(byte[] tokenHash) {
        return SentRanges.parse(database.sql("SELECT sent FROM download_link WHERE token_hash = ? FOR UPDATE")
                .param(tokenHash)
                .query(String.class)
                .single());
    }

    void note(byte[] tokenHash, SentRanges sentRanges) {
        database.sql("UPDATE download_link SET sent = ? WHERE token_hash = ?")
                .params(sentRanges.text(), tokenHash)
                .update();
    }

    /**
     * The state of a trade, and the file that its buyer may fetch.
     *
     * @param calledBack the obligation to delete it that a recall has imposed on the buyer
     * @param deleted the obligation for which the buyer has proved the deletion
     * @param until the end of the last day of use; null before the delivery
     */
    record HandedOver(
            TradeId trade,
            ParticipantId buyer,
            TradeStatus state,
            @Nullable Content content,
            @Nullable ObligationId calledBack,
            @Nullable ObligationId deleted,
            @Nullable Instant until) {

        private static final Set<TradeStatus> FETCHABLE = Set.of(TradeStatus.DELIVERED, TradeStatus.COMPLETED);

        /** @throws Refused if it is not the buyer's to fetch: not yet, or no longer */
        Content fetchable(Instant now) {
            objection(now).ifPresent(objection -> {
                throw new Refused(objection);
            });
            return Objects.requireNonNull(content);
        }

        Optional<Refusal> objection(Instant now) {
            if (content == null || until == null || !FETCHABLE.contains(state)) {
                return Optional.of(new WrongState(trade, state, TradeStatus.DELIVERED.word()));
            }
            if (calledBack != null) return Optional.of(new Recalled(trade, calledBack));
            if (deleted != null) return Optional.of(new CopyDeleted(trade, deleted));
            return now.isBefore(until) ? Optional.empty() : Optional.of(new TermEnded(trade, lastDay(until)));
        }

        private static LocalDate lastDay(Instant end) {
            return Shanghai.lastDayBefore(end);
        }
    }

    record Link(HandedOver leadsTo, Instant beginBy, Instant finishBy, boolean used, boolean spent) {

        boolean openAt(Instant now) {
            return !spent && now.isBefore(used ? finishBy : beginBy);
        }
    }
}
