package pujiang.app.trade;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pujiang.app.board.Board;
import pujiang.app.board.Columns;
import pujiang.app.decision.DecisionView;
import pujiang.calendar.Shanghai;
import pujiang.compliance.Decision;
import pujiang.delivery.Handover;
import pujiang.delivery.Handover.FileHandover;
import pujiang.participant.ParticipantId;
import pujiang.refusal.Refused;
import pujiang.trade.Agreement;
import pujiang.trade.FourEyes;
import pujiang.trade.ReviewEvent.AnswerChanged;
import pujiang.trade.ReviewEvent.DocumentProvided;
import pujiang.trade.ReviewEvent.DocumentRequestWithdrawn;
import pujiang.trade.ReviewEvent.DocumentRequested;
import pujiang.trade.ReviewEvent.ExceptionGranted;
import pujiang.trade.ReviewEvent.ExceptionRevoked;
import pujiang.trade.ReviewEvent.ReviewClaimed;
import pujiang.trade.ReviewEvent.ReviewContinued;
import pujiang.trade.ReviewEvent.ReviewEscalated;
import pujiang.trade.ReviewEvent.ReviewRejected;
import pujiang.trade.ReviewEvent.ReviewReleased;
import pujiang.trade.ReviewEvent.ReviewSupported;
import pujiang.trade.ReviewEvent.UseStated;
import pujiang.trade.Risk;
import pujiang.trade.TradeEvent;
import pujiang.trade.TradeEvent.CertificateIssued;
import pujiang.trade.TradeEvent.DeliveryAccepted;
import pujiang.trade.TradeEvent.DeliveryCollected;
import pujiang.trade.TradeEvent.DeliveryDisputed;
import pujiang.trade.TradeEvent.DeliveryHeld;
import pujiang.trade.TradeEvent.DeliveryMade;
import pujiang.trade.TradeEvent.DeliveryRefused;
import pujiang.trade.TradeEvent.DisputeDismissed;
import pujiang.trade.TradeEvent.OrderHeld;
import pujiang.trade.TradeEvent.OrderRefused;
import pujiang.trade.TradeEvent.TradeAgreed;
import pujiang.trade.TradeEvent.TradeCancelled;
import pujiang.trade.TradeEvent.TradeLapsed;
import pujiang.trade.TradeEvent.TradeRescinded;
import pujiang.trade.TradeEvent.TradeSettled;
import pujiang.trade.TradeId;
import pujiang.trade.TradeRefusal.Unknown;
import pujiang.trade.TradeStatus;

/**
 * The current state of every trade. INVARIANT: at most one statement an event; every trade of the exchange passes here.
 */
@Component
public class TradeBoard implements Board {

    /** The data of a review ends with it; a new review begins without it. */
    private static final String NOBODY_LOOKS =
            " claimed_by = NULL, claimed_until = NULL, supported_by = NULL, asked_of_vendor = 0, asked_of_buyer = 0";

    /** Every step of a trade reads it, and a column that is not looked at is described and sent all the same. */
    private static final String FIND =
            """
            SELECT id, state, outcome, agreement, decision, ordered_at, since, due_at, content, file_name,
                collected_at, certificate, version FROM trade_board WHERE id = ?""";

    private static final String INSERT =
            """
            INSERT INTO trade_board (id, state, outcome, buyer, vendor, listing, product, price, ordered_at, since,
                due_at, deliver_by, version, review_queue, risk_level, risk_reasons, agreement, decision)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcClient database;
    private final Columns columns;
    private final FourEyes fourEyes;
    private final TradeRowBoard rows;

    TradeBoard(JdbcClient database, Columns columns, FourEyes fourEyes) {
        this.database = database;
        this.columns = columns;
        this.fourEyes = fourEyes;
        this.rows = new TradeRowBoard(columns);
    }

    public Optional<TradeView> find(TradeId trade) {
        return database.sql(FIND)
                .param(trade.value())
                .query((row, _) -> rows.view(row))
                .optional();
    }

    /** The parties of a trade: enough to check the right to act on it, and cheap to read. */
    Optional<ParticipantId> buyer(TradeId trade) {
        return database.sql("SELECT buyer FROM trade_board WHERE id = ?")
                .param(trade.value())
                .query((row, _) -> new ParticipantId(row.getString("buyer")))
                .optional();
    }

    /** @throws Refused if it does not exist */
    public TradeView get(TradeId trade) {
        return find(trade).orElseThrow(() -> new Refused(new Unknown(trade)));
    }

    /** The newest first. */
    public List<TradeView> list(TradeSearch search, Optional<TradeSearch.Place> after, int most) {
        return database.sql(search.sql(after.isPresent()))
                .params(search.parameters(columns))
                .param(
                        "ordered",
                        after.map(place -> columns.utc(place.ordered())).orElse(null))
                .param("id", after.map(place -> place.id().value()).orElse(null))
                .param("most", most)
                .query((row, _) -> rows.view(row))
                .list();
    }

    /**
     * Trades in one state, soonest end first.
     *
     * @param buyer of the trades; null for all
     * @param vendor as {@code buyer}
     */
    public List<TradeView> waiting(
            TradeStatus state, @Nullable ParticipantId buyer, @Nullable ParticipantId vendor, int most) {
        return database.sql("SELECT * FROM trade_board WHERE state = :state"
                        + (buyer == null ? "" : " AND buyer = :buyer")
                        + (vendor == null ? "" : " AND vendor = :vendor")
                        + " ORDER BY due_at, id LIMIT :most")
                .param("state", state.word())
                .param("buyer", buyer == null ? null : buyer.value())
                .param("vendor", vendor == null ? null : vendor.value())
                .param("most", most)
                .query((row, _) -> rows.view(row))
                .list();
    }

    /** Trades past their time, longest overdue first. */
    public List<TradeId> due(Instant now, int most) {
        return database.sql("SELECT id FROM trade_board WHERE due_at <= ? ORDER BY due_at LIMIT ?")
                .params(columns.utc(now), most)
                .query((row, _) -> new TradeId(row.getString("id")))
                .list();
    }

    @EventHandler
    void on(TradeEvent event, @Timestamp Instant at, @SequenceNumber long version) {
        switch (event) {
            case OrderRefused(var _, var proposed, var decision) ->
                judged(event, new TradeStep(TradeStatus.TERMINATED, "refused", null, at, version), proposed, decision);
            case OrderHeld(var _, var proposed, var decision, var due) ->
                judged(event, held(TradeStatus.REQUESTED, due, at, version, decision), proposed, decision);
            case TradeAgreed(var _, var agreement, var decision, var _, var due) ->
                judged(event, new TradeStep(TradeStatus.AGREED, null, due, at, version), agreement, decision);
            case DeliveryRefused(var _, var _, var decision) -> backToAgreed(event, decision, at, version);
            case DeliveryHeld(var _, var handover, var decision, var due) ->
                delivered(event, held(TradeStatus.DELIVERY_HELD, due, at, version, decision), handover, decision, null);
            case DeliveryMade(var _, var handover, var decision, var _, var _, var due) ->
                delivered(
                        event,
                        new TradeStep(TradeStatus.DELIVERED, null, due, at, version),
                        handover,
                        decision,
                        utc(Shanghai.endOf(Shanghai.dayOf(at))));
            case DeliveryCollected _ -> collected(event, at, version);
            case DeliveryDisputed disputed ->
                move(event, new TradeStep(TradeStatus.DISPUTED, null, disputed.due(), at, version));
            case ReviewRejected _ -> move(event, new TradeStep(TradeStatus.TERMINATED, "rejected", null, at, version));
            case TradeCancelled _ -> move(event, new TradeStep(TradeStatus.TERMINATED, "cancelled", null, at, version));
            case TradeLapsed _ -> move(event, new TradeStep(TradeStatus.TERMINATED, "lapsed", null, at, version));
            case TradeRescinded _ -> move(event, new TradeStep(TradeStatus.TERMINATED, "rescinded", null, at, version));
            case CertificateIssued issued -> certified(issued, at, version);
            // The review board writes them.
            case ReviewClaimed _, ReviewReleased _, ReviewEscalated _, ReviewSupported _, ReviewContinued _ -> {}
            case DocumentRequested _, DocumentRequestWithdrawn _, DocumentProvided _, UseStated _ -> {}
            case ExceptionGranted _, ExceptionRevoked _, AnswerChanged _ -> {}
            // A certificate follows in the same transaction, and is written for all of them.
            case DeliveryAccepted _, DisputeDismissed _, TradeSettled _ -> {}
        }
    }

    private TradeStep held(TradeStatus state, Instant due, Instant at, long version, Decision decision) {
        return new TradeStep(state, null, due, at, version, Risk.of(decision, fourEyes));
    }

    /** The rules are evaluated for a new order, and again for a held one when an officer decides. */
    private void judged(TradeEvent event, TradeStep step, Agreement agreement, Decision decision) {
        if (step.version() == 0) {
            insert(event.trade(), step, agreement, decision);
        } else {
            update(event, step, "decision = ?, deliver_by = ?", told(decision), utc(step.due()));
        }
    }

    private void insert(TradeId trade, TradeStep step, Agreement agreement, Decision decision) {
        database.sql(INSERT)
                .params(Arrays.<@Nullable Object>asList(
                        trade.value(),
                        step.state().word(),
                        step.outcome(),
                        agreement.buyer().value(),
                        agreement.vendor().value(),
                        agreement.listing().value(),
                        agreement.product().value(),
                        agreement.price().getAmountMinorLong(),
                        columns.utc(step.at()),
                        columns.utc(step.at()),
                        utc(step.due()),
                        utc(step.due()),
                        step.version(),
                        step.queue(),
                        step.rung(),
                        step.reasons(),
                        columns.json(agreement),
                        told(decision)))
                .update();
    }

    private String told(Decision decision) {
        return columns.json(DecisionView.whole(decision));
    }

    private void backToAgreed(TradeEvent event, Decision decision, Instant at, long version) {
        database.sql(
                        """
                        UPDATE trade_board SET state = 'agreed', since = ?, due_at = deliver_by, version = ?,
                            decision = ?, content = NULL, file_name = NULL, review_queue = NULL,"""
                                + NOBODY_LOOKS + " WHERE id = ?")
                .params(columns.utc(at), version, told(decision), event.trade().value())
                .update();
    }

    /** @param from when on its days of use are counted, which are in the agreement; null before the receipt */
    private void delivered(
            TradeEvent event, TradeStep step, Handover handover, Decision decision, @Nullable LocalDateTime from) {
        var file = handover.file();
        update(
                event,
                step,
                "decision = ?, content = ?, file_name = ?,"
                        + " fetch_until = DATE_ADD(?, INTERVAL JSON_VALUE(agreement, '$.terms.termDays') DAY)",
                told(decision),
                file.map(FileHandover::content).map(columns::json).orElse(null),
                file.map(FileHandover::name).orElse(null),
                from);
    }

    private void collected(TradeEvent event, Instant at, long version) {
        database.sql(
                        """
                        UPDATE trade_board SET collected_at = COALESCE(collected_at, ?), fetched_at = ?, version = ?
                        WHERE id = ?""")
                .params(columns.utc(at), columns.utc(at), version, event.trade().value())
                .update();
    }

    private void certified(CertificateIssued issued, Instant at, long version) {
        update(
                issued,
                new TradeStep(TradeStatus.COMPLETED, "settled", null, at, version),
                "certificate = ?",
                issued.number().value());
    }

    private void move(TradeEvent event, TradeStep step) {
        update(event, step, "id = id");
    }

    private void update(TradeEvent event, TradeStep step, String more, @Nullable Object... values) {
        var all = new ArrayList<@Nullable Object>(Arrays.asList(values));
        all.addAll(Arrays.asList(step.state().word(), step.outcome(), utc(step.at()), utc(step.due()), step.version()));
        all.addAll(Arrays.asList(
                step.queue(), step.rung(), step.reasons(), event.trade().value()));
        database.sql("UPDATE trade_board SET " + more
                        + ", state = ?, outcome = ?, since = ?, due_at = ?, version = ?, review_queue = ?,"
                        + " risk_level = ?, risk_reasons = ?," + NOBODY_LOOKS + " WHERE id = ?")
                .params(all)
                .update();
    }

    private @Nullable LocalDateTime utc(@Nullable Instant at) {
        return at == null ? null : columns.utc(at);
    }
}
