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
 * Every deposit and withdrawal, with who asked for it and who ended it. Rows are only ever inserted: one when it is asked
 * for, one when it ends. Works within the caller's database transaction, as the {@link Ledger} does.
 */
public final class BankJournal {

    /**
     * What journal and books say differently: a booking without its transfer, or with another, and a transfer of a bank's
     * reference without its booking.
     */
    public static final String OUT_OF_STEP =
            """
            select concat(lower(b.direction), '.', b.reference, '.', b.attempt) from bank_booking b
            join bank_booking_end e on e.direction = b.direction and e.reference = b.reference
                and e.attempt = b.attempt and e.outcome = 'BOOKED'
            left join ledger_transfer t on t.id = concat('bank/', lower(b.direction), '/', b.reference)
                and t.minor = b.minor
                and concat(b.participant, '/') = left(if(b.direction = 'IN', t.credit, t.debit),
                    char_length(b.participant) + 1)
            where t.id is null
            union all
            select t.id from ledger_transfer t
            where (t.id like 'bank/in/%' or t.id like 'bank/out/%') and not exists (
                select 1 from bank_booking b
                join bank_booking_end e on e.direction = b.direction and e.reference = b.reference
                    and e.attempt = b.attempt and e.outcome = 'BOOKED'
                where b.direction = if(t.id like 'bank/in/%', 'IN', 'OUT') and b.reference = t.reference)
            union all
            select h.id from ledger_transfer h
            left join ledger_transfer r on r.resolves = h.id
            left join bank_booking b
                on concat('bank/hold/', lower(b.direction), '.', b.reference, '.', b.attempt) = h.id
            left join bank_booking_end e on e.direction = b.direction and e.reference = b.reference
                and e.attempt = b.attempt
            where h.kind = 'WITHDRAWAL_HOLD'
                and (b.reference is null or (r.id is null) <> (e.outcome is null))
            order by 1""";

    private static final CurrencyUnit YUAN = CurrencyUnit.of("CNY");

    private static final String SELECT =
            """
            select b.*, e.outcome, e.decided_by, e.reason, e.decided_at
            from bank_booking b left join bank_booking_end e
                on e.direction = b.direction and e.reference = b.reference and e.attempt = b.attempt
            """;

    private final DataSource database;

    public BankJournal(DataSource database) {
        this.database = database;
    }

    /** Whether it was written: not, if another attempt of the same number is there, perhaps since a moment ago. */
    public boolean ask(BankBooking booking) {
        var sql =
                """
                insert into bank_booking (direction, reference, attempt, participant, minor, currency, note,
                    requested_by, requested_at, due_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
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

    /** Whether it was written: not, if somebody else has ended it, perhaps a moment ago. INVARIANT: an end is the only one. */
    public boolean end(BankBooking booking, End end) {
        var sql =
                """
                insert into bank_booking_end (direction, reference, attempt, outcome, decided_by, reason, decided_at)
                values (?, ?, ?, ?, ?, ?, ?)""";
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
                        SELECT + "where b.direction = ? and b.reference = ? and b.attempt = ?",
                        Direction.valueOf(parts[0].toUpperCase(Locale.ROOT)).name(),
                        parts[1],
                        Integer.valueOf(parts[2]))
                .stream()
                .findFirst();
    }

    /** The newest attempt at a reference. */
    public Optional<BankBooking> latest(Direction direction, String reference) {
        var sql = SELECT + "where b.direction = ? and b.reference = ? order by b.attempt desc limit 1";
        return query(sql, direction.name(), reference).stream().findFirst();
    }

    /**
     * Newest first.
     *
     * @param pending only those that wait for a second operator
     * @param after the last of the page before
     */
    public List<BankBooking> list(boolean pending, @Nullable BankBooking after, int most) {
        var where = pending ? "where e.outcome is null" : "where true";
        var order = " order by b.requested_at desc, b.direction desc, b.reference desc, b.attempt desc limit ?";
        if (after == null) return query(SELECT + where + order, most);
        var place = " and (b.requested_at, b.direction, b.reference, b.attempt) < (?, ?, ?, ?)";
        return query(
                SELECT + where + place + order,
                utc(after.requestedAt()),
                after.direction().name(),
                after.reference(),
                after.attempt(),
                most);
    }

    /** Those whose second operator has not come in time; the longest overdue first. */
    public List<BankBooking> overdue(Instant now, int most) {
        var sql = SELECT + "where b.due_at <= ? and e.outcome is null order by b.due_at limit ?";
        return query(sql, utc(now), most);
    }

    /** What was asked for since then, one way, and is booked or may still be: whoever asked for it, and with how many eyes. */
    public Money asked(ParticipantId participant, Direction direction, Instant since) {
        var sql =
                """
                select coalesce(sum(b.minor), 0)
                from bank_booking b left join bank_booking_end e
                    on e.direction = b.direction and e.reference = b.reference and e.attempt = b.attempt
                where b.participant = ? and b.direction = ? and b.requested_at >= ?
                    and coalesce(e.outcome, 'BOOKED') = 'BOOKED'""";
        var fen = rows(sql, row -> row.getBigDecimal(1), participant.value(), direction.name(), utc(since));
        return Money.of(YUAN, fen.getFirst().movePointLeft(YUAN.getDecimalPlaces()));
    }

    /** Empty, or journal and books were not written by this program alone. */
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
