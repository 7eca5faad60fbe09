package pujiang.settlement;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import pujiang.participant.ParticipantId;
import pujiang.settlement.BankBooking.Direction;
import pujiang.settlement.BankBooking.End;
import pujiang.settlement.BankBooking.Outcome;

/**
 * The journal of deposits and withdrawals, with the users who requested and ended each. Rows are only inserted: one for
 * the request, one for the end. Works within the caller's database transaction, as the {@link Ledger} does.
 */
public final class BankJournal {

    /**
     * The differences between journal and ledger: a booking without its transfer, or with a different one, and a
     * transfer with a bank's reference without its booking.
     */
    public static final String OUT_OF_STEP =
            """
            SELECT CONCAT(LOWER(b.direction), '.', b.reference, '.', b.attempt) FROM bank_booking b
            JOIN bank_booking_end e ON e.direction = b.direction AND e.reference = b.reference
                AND e.attempt = b.attempt AND e.outcome = 'BOOKED'
            LEFT JOIN ledger_transfer t ON t.id = CONCAT('bank/', LOWER(b.direction), '/', b.reference)
                AND t.minor = b.minor
                AND CONCAT(b.participant, '/') = LEFT(IF(b.direction = 'IN', t.credit, t.debit),
                    CHAR_LENGTH(b.participant) + 1)
            WHERE t.id IS NULL
            UNION ALL
            SELECT t.id FROM ledger_transfer t
            WHERE (t.id LIKE 'bank/in/%' OR t.id LIKE 'bank/out/%') AND NOT EXISTS (
                SELECT 1 FROM bank_booking b
                JOIN bank_booking_end e ON e.direction = b.direction AND e.reference = b.reference
                    AND e.attempt = b.attempt AND e.outcome = 'BOOKED'
                WHERE b.direction = IF(t.id LIKE 'bank/in/%', 'IN', 'OUT') AND b.reference = t.reference)
            UNION ALL
            SELECT h.id FROM ledger_transfer h
            LEFT JOIN ledger_transfer r ON r.resolves = h.id
            LEFT JOIN bank_booking b
                ON CONCAT('bank/hold/', LOWER(b.direction), '.', b.reference, '.', b.attempt) = h.id
            LEFT JOIN bank_booking_end e ON e.direction = b.direction AND e.reference = b.reference
                AND e.attempt = b.attempt
            WHERE h.kind = 'WITHDRAWAL_HOLD'
                AND (b.reference IS NULL OR (r.id IS NULL) <> (e.outcome IS NULL))
            ORDER BY 1""";

    private static final CurrencyUnit YUAN = CurrencyUnit.of("CNY");

    private static final String SELECT =
            """
            SELECT b.*, e.outcome, e.decided_by, e.reason, e.decided_at
            FROM bank_booking b LEFT JOIN bank_booking_end e
                ON e.direction = b.direction AND e.reference = b.reference AND e.attempt = b.attempt
            """;

    private final DataSource database;

    public BankJournal(DataSource database) {
        this.database = database;
    }

    /** Returns whether it was inserted: not if another attempt with this number exists, perhaps just inserted. */
    public boolean ask(BankBooking booking) {
        var sql =
                """
                INSERT INTO bank_booking (direction, reference, attempt, participant, minor, currency, note,
                    requested_by, requested_at, due_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
        return inserted(
                sql,
                booking.direction().name(),
                booking.reference(),
                booking.attempt(),
                booking.participant().value(),
                booking.amount().getAmountMinorLong(),
                booking.amount().getCurrencyUnit().getCode(),
                booking.note(),
                booking.requestedBy(),
                utc(booking.requestedAt()),
                booking.due() == null ? null : utc(booking.due()));
    }

    /** Returns whether it was inserted: not if it has just been ended by another. INVARIANT: only one end exists. */
    public boolean end(BankBooking booking, End end) {
        var sql =
                """
                INSERT INTO bank_booking_end (direction, reference, attempt, outcome, decided_by, reason, decided_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)""";
        return inserted(
                sql,
                booking.direction().name(),
                booking.reference(),
                booking.attempt(),
                end.outcome().name(),
                end.by(),
                end.reason(),
                utc(end.at()));
    }

    public Optional<BankBooking> find(BookingId id) {
        var parts = id.value().split("\\.", -1);
        return query(
                        SELECT + "WHERE b.direction = ? AND b.reference = ? AND b.attempt = ?",
                        Direction.valueOf(parts[0].toUpperCase(Locale.ROOT)).name(),
                        parts[1],
                        Integer.valueOf(parts[2]))
                .stream()
                .findFirst();
    }

    /** The newest attempt for a reference. */
    public Optional<BankBooking> latest(Direction direction, String reference) {
        var sql = SELECT + "WHERE b.direction = ? AND b.reference = ? ORDER BY b.attempt DESC LIMIT 1";
        return query(sql, direction.name(), reference).stream().findFirst();
    }

    /**
     * Newest first.
     *
     * @param after the last of the page before
     */
    public List<BankBooking> list(BookingSearch search, @Nullable BankBooking after, int most) {
        var sql = new StringBuilder(SELECT).append(search.pending() ? "WHERE e.outcome IS NULL" : "WHERE TRUE");
        var values = new ArrayList<Object>();
        narrow(
                sql,
                values,
                " AND b.participant = ?",
                search.participant() == null ? null : search.participant().value());
        narrow(sql, values, " AND b.requested_at >= ?", search.since() == null ? null : utc(search.since()));
        narrow(sql, values, " AND b.requested_at < ?", search.until() == null ? null : utc(search.until()));
        if (after != null) {
            sql.append(" AND (b.requested_at, b.direction, b.reference, b.attempt) < (?, ?, ?, ?)");
            values.add(utc(after.requestedAt()));
            values.add(after.direction().name());
            values.add(after.reference());
            values.add(after.attempt());
        }
        sql.append(" ORDER BY b.requested_at DESC, b.direction DESC, b.reference DESC, b.attempt DESC LIMIT ?");
        values.add(most);
        return query(sql.toString(), values.toArray());
    }

    private static void narrow(StringBuilder sql, List<Object> values, String condition, @Nullable Object value) {
        if (value == null) return;
        sql.append(condition);
        values.add(value);
    }

    /** Bookings whose second operator has missed the deadline, longest overdue first. */
    public List<BankBooking> overdue(Instant now, int most) {
        var sql = SELECT + "WHERE b.due_at <= ? AND e.outcome IS NULL ORDER BY b.due_at LIMIT ?";
        return query(sql, utc(now), most);
    }

    /** The sum requested since then in one direction, booked or pending, regardless of requester and approvals. */
    public Money asked(ParticipantId participant, Direction direction, Instant since) {
        var sql =
                """
                SELECT COALESCE(SUM(b.minor), 0)
                FROM bank_booking b LEFT JOIN bank_booking_end e
                    ON e.direction = b.direction AND e.reference = b.reference AND e.attempt = b.attempt
                WHERE b.participant = ? AND b.direction = ? AND b.requested_at >= ?
                    AND COALESCE(e.outcome, 'BOOKED') = 'BOOKED'""";
        var fen = rows(sql, row -> row.getBigDecimal(1), participant.value(), direction.name(), utc(since));
        return Money.of(YUAN, fen.getFirst().movePointLeft(YUAN.getDecimalPlaces()));
    }

    /** Empty unless journal or ledger were also written by something other than this program. */
    public List<String> outOfStep() {
        return rows(OUT_OF_STEP, row -> row.getString(1));
    }

    private List<BankBooking> query(String sql, Object... values) {
        return rows(sql, BankJournal::booking, values);
    }

    private static BankBooking booking(ResultSet row) throws SQLException {
        var due = row.getObject("due_at", LocalDateTime.class);
        return new BankBooking(
                Direction.valueOf(row.getString("direction")),
                row.getString("reference"),
                row.getInt("attempt"),
                new ParticipantId(row.getString("participant")),
                Money.ofMinor(YUAN, row.getLong("minor")),
                row.getString("note"),
                row.getString("requested_by"),
                instant(row, "requested_at"),
                due == null ? null : due.toInstant(ZoneOffset.UTC),
                end(row));
    }

    private static @Nullable End end(ResultSet row) throws SQLException {
        var outcome = row.getString("outcome");
        return outcome == null
                ? null
                : new End(
                        Outcome.valueOf(outcome),
                        row.getString("decided_by"),
                        row.getString("reason"),
                        instant(row, "decided_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private boolean inserted(String sql, @Nullable Object... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
            return statement.executeUpdate() == 1;
        } catch (SQLIntegrityConstraintViolationException _) {
            return false;
        } catch (SQLException e) {
            throw new LedgerUnavailable(e);
        }
    }

    private <T> List<T> rows(String sql, Row<T> row, Object... values) {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
            var found = new ArrayList<T>();
            try (var results = statement.executeQuery()) {
                while (results.next()) found.add(row.of(results));
            }
            return found;
        } catch (SQLException e) {
            throw new LedgerUnavailable(e);
        }
    }

    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }
}
