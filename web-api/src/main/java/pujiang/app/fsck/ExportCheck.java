package pujiang.app.fsck;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import pujiang.app.decision.DecisionExtractor;
import pujiang.app.fsck.EventStream.Stored;
import pujiang.app.fsck.Findings.Subject;
import pujiang.compliance.Decision;
import pujiang.trade.ExportShare;
import pujiang.trade.ReviewEvent.ReviewRejected;
import pujiang.trade.Trade;
import pujiang.trade.TradeEvent.OrderHeld;
import pujiang.trade.TradeEvent.OrderRefused;
import pujiang.trade.TradeEvent.TradeAgreed;
import pujiang.trade.TradeEvent.TradeCancelled;
import pujiang.trade.TradeEvent.TradeLapsed;

/** Every trade that sends personal data abroad is counted once, and every exporter's count is the sum of its trades. */
@Component
final class ExportCheck implements Check {

    private static final Label LABEL = new Label(
            "exports",
            "出境计数",
            "the count of every trade equals its decision, and the count of every exporter is the sum of its trades",
            "每笔交易的计数与其判定记录一致，每个提供方的计数等于其各笔交易之和",
            "while no trade is being decided, correct the share from the last decision of the trade, then the count",
            "在没有交易待处理时，按最后的判定记录更正该交易的份额，再按份额更正计数");

    private static final Subject SHARES = new Subject("shares", "份额");
    private static final Subject COUNTS = new Subject("counts", "计数");

    @Override
    public Label label() {
        return LABEL;
    }

    @Override
    public Examination begin(Snapshot snapshot, Findings findings) {
        return new Exports(snapshot, findings);
    }

    private record Share(String exporter, int year, long persons, boolean sensitive) {}

    private record Exports(Snapshot snapshot, Findings findings) implements Examination {

        /** A held order may be counted already or only when it binds; both are in order here. */
        @Override
        public void life(EventStream eventStream) throws SQLException {
            if (!eventStream.is(Trade.class)) return;
            var stored = snapshot.first(
                    "SELECT exporter, year, persons, of_sensitive FROM export_share WHERE trade = ?",
                    row -> new Share(row.getString(1), row.getInt(2), row.getLong(3), row.getBoolean(4)),
                    eventStream.id());
            var expected = expected(eventStream);
            boolean binds = eventStream.last(TradeAgreed.class).isPresent();
            if (stored.equals(expected) || (!binds && stored.isEmpty())) return;
            findings.differs(
                    eventStream.place(),
                    "its share of the exporter's count",
                    "其在出境计数中的份额",
                    stored.map(Share::toString).orElse("none"),
                    expected.map(Share::toString).orElse("none"));
        }

        private static Optional<Share> expected(EventStream eventStream) {
            if (gaveBack(eventStream)) return Optional.empty();
            return eventStream.events().reversed().stream()
                    .map(Stored::event)
                    .filter(Objects::nonNull)
                    .flatMap(event -> DecisionExtractor.event(event).stream())
                    .flatMap(decision -> share(eventStream, decision).stream())
                    .findFirst();
        }

        private static Optional<Share> share(EventStream eventStream, Decision decision) {
            var exporter = eventStream
                    .last(TradeAgreed.class)
                    .map(agreed -> agreed.agreement().vendor())
                    .or(() -> eventStream.last(OrderHeld.class).map(held -> held.proposed()
                            .vendor()));
            return exporter.flatMap(vendor -> ExportShare.of(decision)
                    .map(share ->
                            new Share(vendor.value(), decision.on().getYear(), share.persons(), share.sensitive())));
        }

        /** Once the data has been exported, the share stays, whatever happens to the money. */
        private static boolean gaveBack(EventStream eventStream) {
            return eventStream.last(OrderRefused.class).isPresent()
                    || eventStream.last(TradeCancelled.class).isPresent()
                    || eventStream.last(TradeLapsed.class).isPresent()
                    || eventStream.last(ReviewRejected.class).isPresent();
        }

        @Override
        public void end() throws SQLException {
            snapshot.walk(
                    """
                    SELECT s.trade, EXISTS (SELECT 1 FROM domain_event_entry e
                        WHERE e.aggregate_identifier = s.trade AND e.type = 'Trade')
                    FROM export_share s WHERE s.trade > ? ORDER BY s.trade""",
                    List.of(""),
                    row -> {
                        findings.looked(SHARES);
                        if (!row.getBoolean(2)) {
                            findings.damage("Trade " + row.getString(1), "it has counts but no events", "有计数而无事件");
                        }
                        return List.of(row.getString(1));
                    });
            counts();
        }

        private void counts() throws SQLException {
            snapshot.walk(
                    """
                    SELECT k.exporter, k.year, COALESCE(c.non_sensitive, 0), COALESCE(c.sensitive_pi, 0),
                        COALESCE((SELECT SUM(s.persons) FROM export_share s WHERE s.exporter = k.exporter
                            AND s.year = k.year AND NOT s.of_sensitive), 0),
                        COALESCE((SELECT SUM(s.persons) FROM export_share s WHERE s.exporter = k.exporter
                            AND s.year = k.year AND s.of_sensitive), 0)
                    FROM (SELECT exporter, year FROM export_count UNION SELECT exporter, year FROM export_share) k
                    LEFT JOIN export_count c ON c.exporter = k.exporter AND c.year = k.year
                    WHERE k.exporter > ? OR k.exporter = ? AND k.year > ? ORDER BY k.exporter, k.year""",
                    List.of("", "", 0),
                    row -> {
                        findings.looked(COUNTS);
                        var place = "exporter %s in %d".formatted(row.getString(1), row.getInt(2));
                        same(place, "persons", "人数", row.getLong(3), row.getLong(5));
                        same(place, "persons, sensitive,", "敏感信息人数", row.getLong(4), row.getLong(6));
                        return List.of(row.getString(1), row.getString(1), row.getInt(2));
                    });
        }

        private void same(String place, String what, String inChinese, long stored, long expected) {
            if (stored != expected) findings.differs(place, "the count of " + what, inChinese, stored, expected);
        }
    }
}
