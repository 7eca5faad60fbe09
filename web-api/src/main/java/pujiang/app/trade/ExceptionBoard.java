package pujiang.app.trade;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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
import pujiang.app.trade.ExceptionView.Revocation;
import pujiang.app.trade.ExceptionView.State;
import pujiang.calendar.Shanghai;
import pujiang.compliance.Outcome;
import pujiang.listing.ListingId;
import pujiang.participant.ParticipantId;
import pujiang.refusal.Refused;
import pujiang.trade.Agreement;
import pujiang.trade.GrantedWaivers;
import pujiang.trade.ReviewEvent.ExceptionGranted;
import pujiang.trade.ReviewEvent.ExceptionRevoked;
import pujiang.trade.TradeId;
import pujiang.trade.TradeRefusal.ExceptionUnknown;
import pujiang.trade.Waiver;

/** The exceptions that officers have granted; read only where the rules would require a review. */
@Component
public class ExceptionBoard implements Board, GrantedWaivers {

    private static final int SOON_DAYS = 30;

    private static final String WITH_NEWEST_DECISION =
            """
            SELECT e.*, CASE scope
                WHEN 'TRADE' THEN (SELECT decision FROM trade_board WHERE id = e.trade)
                ELSE (SELECT decision FROM trade_board t WHERE t.buyer = e.buyer AND t.listing = e.listing
                    ORDER BY t.ordered_at DESC, t.id DESC LIMIT 1)
                END AS newest
            FROM exception_board e
            """;

    private final JdbcClient database;
    private final Columns columns;
    private final Clock clock;

    ExceptionBoard(JdbcClient database, Columns columns, Clock clock) {
        this.database = database;
        this.columns = columns;
        this.clock = clock;
    }

    /** In the order of their ends. */
    public record Place(LocalDate until, TradeId trade, long sequence) {

        public static List<String> of(ExceptionView exception) {
            return List.of(
                    exception.until().toString(), exception.trade().value(), Long.toString(exception.sequence()));
        }

        public static Place of(List<String> parts) {
            return new Place(LocalDate.parse(parts.get(0)), new TradeId(parts.get(1)), Long.parseLong(parts.get(2)));
        }
    }

    @Override
    public List<Granted> reaching(TradeId trade, Agreement agreement) {
        return database.sql(
                        """
                        SELECT trade, waiver FROM exception_board
                        WHERE revoked_at IS NULL AND (trade = :trade AND scope = 'TRADE'
                            OR buyer = :buyer AND listing = :listing AND scope = 'BUYER_WITH_LISTING')
                        ORDER BY granted_at, trade, sequence""")
                .param("trade", trade.value())
                .param("buyer", agreement.buyer().value())
                .param("listing", agreement.listing().value())
                .query((row, _) ->
                        new Granted(new TradeId(row.getString("trade")), columns.value(row, "waiver", Waiver.class)))
                .list();
    }

    /** @throws Refused if that event of the trade granted none */
    public ExceptionView get(TradeId trade, long exception) {
        return database.sql(WITH_NEWEST_DECISION + "WHERE e.trade = ? AND e.sequence = ?")
                .params(trade.value(), exception)
                .query((row, _) -> view(row, today()))
                .optional()
                .orElseThrow(() -> new Refused(new ExceptionUnknown(trade, exception)));
    }

    /** Exceptions before the end of their last day, revoked or not, soonest end first. */
    public List<ExceptionView> list(Optional<Place> after, int most) {
        var further = after.isEmpty()
                ? ""
                : """
                AND (valid_until > :until OR valid_until = :until AND (trade > :trade
                    OR trade = :trade AND sequence > :sequence))
                """;
        var today = today();
        return database.sql(WITH_NEWEST_DECISION + "WHERE valid_until >= :today\n" + further
                        + "ORDER BY valid_until, trade, sequence LIMIT :most")
                .param("today", today)
                .param("until", after.map(Place::until).orElse(null))
                .param("trade", after.map(place -> place.trade().value()).orElse(null))
                .param("sequence", after.map(Place::sequence).orElse(null))
                .param("most", most)
                .query((row, _) -> view(row, today))
                .list();
    }

    @EventHandler
    void on(ExceptionGranted event, @Timestamp Instant at, @SequenceNumber long sequence) {
        database.sql(
                        """
                        INSERT INTO exception_board
                            (trade, sequence, scope, listing, buyer, valid_until, granted_at, waiver)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        event.trade().value(),
                        sequence,
                        event.waiver().scope().name(),
                        event.listing().value(),
                        event.buyer().value(),
                        event.waiver().until(),
                        columns.utc(at),
                        columns.json(event.waiver()))
                .update();
    }

    @EventHandler
    void on(ExceptionRevoked event, @Timestamp Instant at) {
        database.sql(
                        """
                        UPDATE exception_board SET revoked_at = ?, revoked_by = ?, revoked_for = ?
                        WHERE trade = ? AND sequence = ?""")
                .params(
                        columns.utc(at),
                        event.officer(),
                        event.ground(),
                        event.trade().value(),
                        event.exception())
                .update();
    }

    private LocalDate today() {
        return Shanghai.today(clock);
    }

    private ExceptionView view(ResultSet row, LocalDate today) throws SQLException {
        var waiver = columns.value(row, "waiver", Waiver.class);
        var newest = columns.value(row, "newest", DecisionView.class);
        var revoked = revocation(row);
        return new ExceptionView(
                new TradeId(row.getString("trade")),
                row.getLong("sequence"),
                waiver.scope(),
                new ListingId(row.getString("listing")),
                new ParticipantId(row.getString("buyer")),
                waiver.rules(),
                waiver.until(),
                waiver.lifting().officer(),
                waiver.lifting().ground(),
                waiver.lifting().evidence(),
                columns.instant(row, "granted_at"),
                revoked == null ? state(waiver, newest, today) : State.REVOKED,
                revoked);
    }

    private @Nullable Revocation revocation(ResultSet row) throws SQLException {
        var at = columns.instantOrNull(row, "revoked_at");
        return at == null ? null : new Revocation(row.getString("revoked_by"), at, row.getString("revoked_for"));
    }

    private static State state(Waiver waiver, DecisionView newest, LocalDate today) {
        if (waiver.until().isBefore(today)) return State.ENDED;
        var asked = newest.findings().stream()
                .anyMatch(finding -> finding.outcome() == Outcome.REQUIRE_REVIEW
                        && waiver.rules().contains(finding.rule()));
        if (!asked) return State.NOT_NEEDED;
        return waiver.until().isBefore(today.plusDays(SOON_DAYS)) ? State.EXPIRING : State.IN_FORCE;
    }
}
