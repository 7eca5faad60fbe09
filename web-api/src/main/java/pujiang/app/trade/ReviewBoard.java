package pujiang.app.trade;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pujiang.app.board.Board;
import pujiang.app.board.Columns;
import pujiang.app.decision.DecisionView;
import pujiang.app.trade.ReviewView.Awaited;
import pujiang.app.trade.ReviewView.Cause;
import pujiang.app.trade.ReviewView.Claim;
import pujiang.compliance.Decision;
import pujiang.compliance.Gate;
import pujiang.participant.ParticipantId;
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
import pujiang.trade.ReviewEvent.ReviewReleased;
import pujiang.trade.ReviewEvent.ReviewSupported;
import pujiang.trade.ReviewEvent.UseStated;
import pujiang.trade.Risk;
import pujiang.trade.TradeEvent;
import pujiang.trade.TradeId;
import pujiang.trade.TradeParty;
import pujiang.trade.TradeStatus;

/**
 * Reviews of trades by officers, in columns of the {@link TradeBoard}'s table: with a table of its own every trade
 * would cost a statement more, held or not. The trade board puts a trade into the queue and takes it out.
 */
@Component
public class ReviewBoard implements Board {

    private static final String QUEUED = "SELECT * FROM trade_board WHERE review_queue IS NOT NULL\n";

    private final JdbcClient database;
    private final Columns columns;
    private final FourEyes fourEyes;
    private final Clock clock;

    ReviewBoard(JdbcClient database, Columns columns, FourEyes fourEyes, Clock clock) {
        this.database = database;
        this.columns = columns;
        this.fourEyes = fourEyes;
        this.clock = clock;
    }

    /** A place in the queue: what is escalated, then by risk, then by deadline. */
    public record Place(int queue, int risk, Instant due, TradeId id) {

        public static List<String> of(ReviewView review) {
            return List.of(
                    review.escalated() ? "0" : "1",
                    Integer.toString(review.risk().rung()),
                    review.due().toString(),
                    review.trade().value());
        }

        public static Place of(List<String> parts) {
            return new Place(
                    Integer.parseInt(parts.get(0)),
                    Integer.parseInt(parts.get(1)),
                    Instant.parse(parts.get(2)),
                    new TradeId(parts.get(3)));
        }
    }

    /** The most pressing first. */
    public List<ReviewView> list(Optional<Place> after, int most) {
        var further = after.isEmpty()
                ? ""
                : """
                AND (review_queue > :queue OR review_queue = :queue AND (risk_level > :risk OR risk_level = :risk
                    AND (due_at > :due OR due_at = :due AND id > :id)))
                """;
        return database.sql(QUEUED + further + "ORDER BY review_queue, risk_level, due_at, id LIMIT :most")
                .param("queue", after.map(Place::queue).orElse(null))
                .param("risk", after.map(Place::risk).orElse(null))
                .param("due", after.map(place -> columns.utc(place.due())).orElse(null))
                .param("id", after.map(place -> place.id().value()).orElse(null))
                .param("most", most)
                .query((row, _) -> view(row))
                .list();
    }

    /** Empty unless the trade waits for an officer. */
    public Optional<ReviewView> find(TradeId trade) {
        return database.sql(QUEUED + "AND id = :id")
                .param("id", trade.value())
                .query((row, _) -> view(row))
                .optional();
    }

    /** Held trades that wait for a document of this party, the soonest to end first. */
    public List<TradeId> waitingFor(ParticipantId party, int most) {
        return database.sql(
                        """
                        SELECT id FROM trade_board WHERE review_queue IS NOT NULL
                            AND (vendor = :party AND asked_of_vendor > 0 OR buyer = :party AND asked_of_buyer > 0)
                        ORDER BY due_at, id LIMIT :most""")
                .param("party", party.value())
                .param("most", most)
                .query((row, _) -> new TradeId(row.getString("id")))
                .list();
    }

    @EventHandler
    void on(ReviewClaimed event, @SequenceNumber long version) {
        update(event, version, "claimed_by = ?, claimed_until = ?", event.officer(), columns.utc(event.until()));
    }

    @EventHandler
    void on(ReviewReleased event, @SequenceNumber long version) {
        update(event, version, "claimed_by = NULL, claimed_until = NULL");
    }

    @EventHandler
    void on(ReviewEscalated event, @SequenceNumber long version) {
        update(event, version, "review_queue = 0, due_at = ?", columns.utc(event.due()));
    }

    @EventHandler
    void on(DocumentRequested event, @SequenceNumber long version) {
        var asked = asked(event.asking().side());
        update(event, version, asked + " = " + asked + " + 1");
    }

    @EventHandler
    void on(DocumentProvided event, @SequenceNumber long version) {
        var asked = asked(event.side());
        update(event, version, asked + " = " + asked + " - 1");
    }

    @EventHandler
    void on(DocumentRequestWithdrawn event, @SequenceNumber long version) {
        var asked = asked(event.side());
        update(event, version, asked + " = " + asked + " - 1");
    }

    /** Rare enough to read the stored agreement first. Post-trade evaluations use it as well. */
    @EventHandler
    void on(UseStated event, @SequenceNumber long version) {
        var agreed = database.sql("SELECT agreement FROM trade_board WHERE id = ?")
                .param(event.trade().value())
                .query((row, _) -> columns.value(row, "agreement", Agreement.class))
                .single();
        update(event, version, "agreement = ?", columns.json(agreed.with(event.statement())));
    }

    @EventHandler
    void on(ReviewContinued event, @SequenceNumber long version) {
        judged(event, version, "supported_by = NULL, ", event.decision());
    }

    /** No change of the data shown here; but the caller of an act on the trade has not read it yet. */
    @EventHandler
    void on(ExceptionGranted event, @SequenceNumber long version) {
        update(event, version, "id = id");
    }

    /** As a grant. */
    @EventHandler
    void on(ExceptionRevoked event, @SequenceNumber long version) {
        update(event, version, "id = id");
    }

    /** The first of two officers needs its claim no longer. */
    @EventHandler
    void on(ReviewSupported event, @SequenceNumber long version) {
        judged(
                event,
                version,
                "claimed_by = NULL, claimed_until = NULL, supported_by = ?, ",
                event.decision(),
                event.lifting().officer());
    }

    /** An earlier first approval was for a different decision. */
    @EventHandler
    void on(AnswerChanged event, @SequenceNumber long version) {
        judged(event, version, "supported_by = NULL, ", event.decision());
    }

    /** The trade waits on, as long as before. */
    private void judged(TradeEvent event, long version, String more, Decision decision, Object... values) {
        var risk = Risk.of(decision, fourEyes);
        var all = new ArrayList<@Nullable Object>(Arrays.asList(values));
        all.addAll(Arrays.asList(
                columns.json(DecisionView.whole(decision)), risk.level().rung(), risk.names()));
        update(event, version, more + "decision = ?, risk_level = ?, risk_reasons = ?", all.toArray());
    }

    private static String asked(TradeParty tradeParty) {
        return switch (tradeParty) {
            case VENDOR -> "asked_of_vendor";
            case BUYER -> "asked_of_buyer";
        };
    }

    private void update(TradeEvent event, long version, String what, @Nullable Object... values) {
        var all = new ArrayList<@Nullable Object>(Arrays.asList(values));
        all.add(version);
        all.add(event.trade().value());
        database.sql("UPDATE trade_board SET " + what + ", version = ? WHERE id = ?")
                .params(all)
                .update();
    }

    private ReviewView view(ResultSet row) throws SQLException {
        var agreement = columns.value(row, "agreement", Agreement.class);
        var reasons = Risk.named(row.getString("risk_reasons")).reasons();
        return new ReviewView(
                new TradeId(row.getString("id")),
                TradeStatus.of(row.getString("state")) == TradeStatus.REQUESTED ? Gate.ORDER : Gate.DELIVERY,
                Risk.Level.at(row.getInt("risk_level")),
                reasons.stream().map(Cause::of).toList(),
                row.getInt("review_queue") == 0,
                columns.instant(row, "due_at"),
                claim(row),
                row.getString("supported_by"),
                columns.value(row, "decision", DecisionView.class).digest(),
                awaited(row),
                agreement.listing(),
                agreement.product(),
                agreement.vendor(),
                agreement.buyer(),
                agreement.price(),
                columns.instant(row, "since"));
    }

    private @Nullable Claim claim(ResultSet row) throws SQLException {
        var until = columns.instantOrNull(row, "claimed_until");
        return until != null && clock.instant().isBefore(until) ? new Claim(row.getString("claimed_by"), until) : null;
    }

    private static List<Awaited> awaited(ResultSet row) throws SQLException {
        var asked = new ArrayList<Awaited>();
        if (row.getInt("asked_of_vendor") > 0) asked.add(Awaited.VENDOR);
        if (row.getInt("asked_of_buyer") > 0) asked.add(Awaited.BUYER);
        return asked.isEmpty() ? List.of(Awaited.OFFICER) : List.copyOf(asked);
    }
}
