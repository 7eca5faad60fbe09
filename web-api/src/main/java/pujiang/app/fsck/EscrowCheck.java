package pujiang.app.fsck;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pujiang.app.fsck.Findings.Subject;
import pujiang.settlement.Account;
import pujiang.settlement.Transfer.Kind;
import pujiang.trade.ReviewEvent.ReviewRejected;
import pujiang.trade.Trade;
import pujiang.trade.TradeEvent.TradeAgreed;
import pujiang.trade.TradeEvent.TradeCancelled;
import pujiang.trade.TradeEvent.TradeLapsed;
import pujiang.trade.TradeEvent.TradeRescinded;
import pujiang.trade.TradeEvent.TradeSettled;

/** Checks that the accounts have the transfers of each trade's events, and no others. */
@Component
final class EscrowCheck implements Check {

    private static final Label LABEL = new Label(
            "escrow",
            "资金冻结",
            "every trade's transfers are those of its events, and what is reserved is the price of the open trades",
            "每笔交易的划转与其事件一致，冻结资金等于未完成交易的价款",
            "book a reverse transfer for each transfer without an event, and each missing one by hand; change no rows",
            "对无事件依据的划转作反向划转，对缺少的予以补记；不得改动任何记录");

    private static final Subject TRANSFERS = new Subject("transfers", "划转");

    /** Transfers caused by a trade; the others are the bank's. */
    private static final String KINDS = "('RESERVE', 'PAY', 'FEE', 'RELEASE')";

    @Override
    public Label label() {
        return LABEL;
    }

    @Override
    public Examination begin(Snapshot snapshot, Findings findings) {
        return new Escrow(snapshot, findings);
    }

    /** As a row of the ledger says it, less its time. */
    private record Moved(
            String kind, String debit, String credit, long minor, @Nullable String resolves, String reference) {}

    private static final class Escrow implements Examination {

        private final Snapshot snapshot;
        private final Findings findings;
        private BigInteger open = BigInteger.ZERO;

        private Escrow(Snapshot snapshot, Findings findings) {
            this.snapshot = snapshot;
            this.findings = findings;
        }

        @Override
        public void life(EventStream eventStream) throws SQLException {
            if (!eventStream.is(Trade.class)) return;
            var expected = expected(eventStream);
            var stored = stored(eventStream.id());
            findings.looked(TRANSFERS, stored.size());
            expected.forEach((id, transfer) -> {
                var found = stored.remove(id);
                if (found == null) {
                    findings.damage(
                            eventStream.place(),
                            "the transfer %s is missing: %s".formatted(id, transfer),
                            "缺少划转 " + id);
                } else if (!found.equals(transfer)) {
                    findings.differs(eventStream.place(), "the transfer " + id, "划转 " + id + " ", found, transfer);
                }
            });
            stored.keySet()
                    .forEach(id -> findings.damage(
                            eventStream.place(), "no event requires the transfer " + id, "划转 %s 无事件依据".formatted(id)));
        }

        private Map<String, Moved> expected(EventStream eventStream) {
            var expected = new TreeMap<String, Moved>();
            var agreed = eventStream.last(TradeAgreed.class).map(TradeAgreed::agreement);
            if (agreed.isEmpty() || agreed.get().price().isZero()) return expected;
            var trade = eventStream.id();
            var reserve = trade + "/reserve";
            long price = agreed.get().price().getAmountMinorLong();
            var free = Account.available(agreed.get().buyer()).name();
            var held = Account.reserved(agreed.get().buyer()).name();
            expected.put(reserve, new Moved(Kind.RESERVE.name(), free, held, price, null, trade));
            var settled = eventStream.last(TradeSettled.class);
            if (settled.isPresent()) {
                var net = settled.get().payout().net();
                var vendor = Account.earned(agreed.get().vendor()).name();
                pay(expected, trade, "/pay", Kind.PAY, held, vendor, net);
                pay(
                        expected,
                        trade,
                        "/fee",
                        Kind.FEE,
                        held,
                        Account.FEES.name(),
                        settled.get().payout().fee());
            } else if (gaveBack(eventStream)) {
                expected.put(trade + "/release", new Moved(Kind.RELEASE.name(), held, free, price, reserve, trade));
            } else {
                open = open.add(BigInteger.valueOf(price));
            }
            return expected;
        }

        /** The first part resolves the reservation, which can be resolved once. */
        private static void pay(
                Map<String, Moved> expected,
                String trade,
                String suffix,
                Kind kind,
                String from,
                String to,
                Money amount) {
            if (!amount.isPositive()) return;
            var resolves = expected.size() == 1 ? trade + "/reserve" : null;
            expected.put(
                    trade + suffix, new Moved(kind.name(), from, to, amount.getAmountMinorLong(), resolves, trade));
        }

        private static boolean gaveBack(EventStream eventStream) {
            return eventStream.last(TradeCancelled.class).isPresent()
                    || eventStream.last(TradeLapsed.class).isPresent()
                    || eventStream.last(ReviewRejected.class).isPresent()
                    || eventStream.last(TradeRescinded.class).isPresent();
        }

        private Map<String, Moved> stored(String trade) throws SQLException {
            var stored = new TreeMap<String, Moved>();
            snapshot.list(
                    "SELECT id, kind, debit, credit, minor, resolves, reference FROM ledger_transfer"
                            + " WHERE id IN (?, ?, ?, ?)",
                    row -> stored.put(row.getString(1), moved(row)),
                    trade + "/reserve",
                    trade + "/pay",
                    trade + "/fee",
                    trade + "/release");
            return stored;
        }

        private static Moved moved(ResultSet row) throws SQLException {
            return new Moved(
                    row.getString("kind"),
                    row.getString("debit"),
                    row.getString("credit"),
                    row.getLong("minor"),
                    row.getString("resolves"),
                    row.getString("reference"));
        }

        @Override
        public void end() throws SQLException {
            var strays =
                    """
                    SELECT t.id, t.kind, t.reference, EXISTS (SELECT 1 FROM domain_event_entry e
                        WHERE e.aggregate_identifier = t.reference AND e.type = 'Trade')
                    FROM ledger_transfer t WHERE t.id > ? AND t.kind IN %s ORDER BY t.id"""
                            .formatted(KINDS);
            snapshot.walk(strays, List.of(""), row -> {
                var id = row.getString(1);
                var fits = id.equals(row.getString(3) + "/" + row.getString(2).toLowerCase(Locale.ROOT));
                if (!fits || !row.getBoolean(4)) {
                    findings.damage(
                            "transfer " + id,
                            "it names the trade %s, which has no event".formatted(row.getString(3)),
                            "其所列交易 %s 无任何事件".formatted(row.getString(3)));
                }
                return List.of(id);
            });
            var reserved = snapshot.first(
                            """
                            SELECT COALESCE(SUM(CASE WHEN kind = 'RESERVE' THEN minor ELSE -minor END), 0)
                            FROM ledger_transfer WHERE kind IN %s"""
                                    .formatted(KINDS),
                            row -> row.getBigDecimal(1).toBigIntegerExact())
                    .orElse(BigInteger.ZERO);
            if (!reserved.equals(open)) {
                findings.differs("all trades", "what is reserved, in fen,", "冻结资金（分）", reserved, open);
            }
        }
    }
}
