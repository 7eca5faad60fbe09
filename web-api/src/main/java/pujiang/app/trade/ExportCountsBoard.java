package pujiang.app.trade;

import java.time.Year;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pujiang.compliance.ProductFacts;
import pujiang.participant.ParticipantId;
import pujiang.trade.ExportCounts;
import pujiang.trade.ExportShare;
import pujiang.trade.TradeId;

/**
 * The counts in the database. A transaction that reads an exporter's count holds its row until it ends, so the next
 * sees what the first decided. A share has at most {@link ProductFacts#MOST_SUBJECTS} persons, so that a column of 64
 * bits adds up 92 million of them exactly. Rows are locked count first, share second, and older years first: the order
 * that keeps two transactions from waiting for each other.
 */
@Component
class ExportCountsBoard implements ExportCounts {

    private static final Counted NOTHING = new Counted(0, 0);

    private final JdbcClient database;

    ExportCountsBoard(JdbcClient database) {
        this.database = database;
    }

    /** A trade that was agreed in one year and is delivered in the next counts in the next: that is when the data leaves. */
    @Override
    public Counted including(TradeId trade, ParticipantId exporter, Year year, ExportShare share) {
        var taken = taken(trade);
        taken.filter(other -> other.year() < year.getValue()).ifPresent(other -> lock(exporter, Year.of(other.year())));
        lock(exporter, year);
        var others = counted(exporter, year);
        return plus(
                taken.filter(same -> same.year() == year.getValue())
                        .map(same -> minus(others, same.share()))
                        .orElse(others),
                share);
    }

    @Override
    public void take(TradeId trade, ParticipantId exporter, Year year, ExportShare share) {
        var taken = taken(trade);
        if (taken.filter(new Taken(year.getValue(), share)::equals).isPresent()) return;
        if (taken.isPresent()) release(trade);
        hold(trade, exporter, year, share);
    }

    @Override
    public Counted preview(ParticipantId exporter, Year year, ExportShare share) {
        return plus(counted(exporter, year), share);
    }

    @Override
    public void release(TradeId trade) {
        int counts = database.sql(
                        """
                        UPDATE export_count c JOIN export_share s ON s.exporter = c.exporter AND s.year = c.year
                        SET c.sensitive_pi = c.sensitive_pi - IF(s.of_sensitive, s.persons, 0),
                            c.non_sensitive = c.non_sensitive - IF(s.of_sensitive, 0, s.persons)
                        WHERE s.trade = ?""")
                .param(trade.value())
                .update();
        if (counts == 0) return;
        database.sql("DELETE FROM export_share WHERE trade = ?")
                .param(trade.value())
                .update();
    }

    /** Makes the row if it is the exporter's first of the year; locks it in either case. */
    private void lock(ParticipantId exporter, Year year) {
        database.sql(
                        """
                        INSERT INTO export_count (exporter, year, non_sensitive, sensitive_pi) VALUES (?, ?, 0, 0)
                        ON DUPLICATE KEY UPDATE non_sensitive = non_sensitive""")
                .params(exporter.value(), year.getValue())
                .update();
    }

    private void hold(TradeId trade, ParticipantId exporter, Year year, ExportShare share) {
        database.sql("INSERT INTO export_share (trade, exporter, year, persons, of_sensitive) VALUES (?, ?, ?, ?, ?)")
                .params(trade.value(), exporter.value(), year.getValue(), share.persons(), share.sensitive())
                .update();
        var more = plus(NOTHING, share);
        database.sql(
                        """
                        UPDATE export_count SET non_sensitive = non_sensitive + ?, sensitive_pi = sensitive_pi + ?
                        WHERE exporter = ? AND year = ?""")
                .params(more.nonSensitive(), more.sensitive(), exporter.value(), year.getValue())
                .update();
    }

    private Counted counted(ParticipantId exporter, Year year) {
        return database.sql("SELECT non_sensitive, sensitive_pi FROM export_count WHERE exporter = ? AND year = ?")
                .params(exporter.value(), year.getValue())
                .query((row, _) -> new Counted(row.getLong("non_sensitive"), row.getLong("sensitive_pi")))
                .optional()
                .orElse(NOTHING);
    }

    private Optional<Taken> taken(TradeId trade) {
        return database.sql("SELECT year, persons, of_sensitive FROM export_share WHERE trade = ?")
                .param(trade.value())
                .query((row, _) -> new Taken(
                        row.getInt("year"), new ExportShare(row.getLong("persons"), row.getBoolean("of_sensitive"))))
                .optional();
    }

    private static Counted minus(Counted before, ExportShare share) {
        return plus(before, new ExportShare(-share.persons(), share.sensitive()));
    }

    private static Counted plus(Counted before, ExportShare share) {
        return share.sensitive()
                ? new Counted(before.nonSensitive(), Math.addExact(before.sensitive(), share.persons()))
                : new Counted(Math.addExact(before.nonSensitive(), share.persons()), before.sensitive());
    }

    private record Taken(int year, ExportShare share) {}
}
