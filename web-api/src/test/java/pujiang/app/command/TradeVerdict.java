package pujiang.app.command;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What must be so of every trade, whatever was undone: its order of events, its money, its evidence, its officers, its board.
 *
 * @param two whether two officers are needed
 */
record TradeVerdict(JdbcTemplate database, boolean two) implements Consumer<Clash> {

    private static final Set<String> HELD = Set.of("requested", "delivery-held");

    /** The state that each event leads to; one that is not here changes none. */
    private static final Map<String, String> STATE = Map.ofEntries(
            entry("trade.order-held", "requested"),
            entry("trade.order-refused", "terminated"),
            entry("trade.agreed", "agreed"),
            entry("trade.review-rejected", "terminated"),
            entry("trade.cancelled", "terminated"),
            entry("trade.lapsed", "terminated"),
            entry("trade.delivery-refused", "agreed"),
            entry("trade.delivery-held", "delivery-held"),
            entry("trade.delivery-made", "delivered"),
            entry("trade.delivery-disputed", "disputed"),
            // In one transaction with the certificate.
            entry("trade.delivery-accepted", "completed"),
            entry("trade.dispute-dismissed", "completed"),
            entry("trade.rescinded", "terminated"),
            entry("trade.certificate-issued", "completed"));

    static final Course COURSE = Course.of(STATE);

    /** From which states an event may come. */
    private static final Map<String, Set<String>> FROM = Map.ofEntries(
            entry("trade.order-held", Set.of("")),
            entry("trade.order-refused", Set.of("", "requested")),
            entry("trade.review-claimed", HELD),
            entry("trade.review-released", HELD),
            entry("trade.review-supported", HELD),
            entry("trade.review-continued", HELD),
            entry("trade.answer-changed", HELD),
            entry("trade.review-escalated", HELD),
            entry("trade.document-requested", HELD),
            entry("trade.document-request-withdrawn", HELD),
            entry("trade.document-provided", HELD),
            entry("trade.exception-granted", Set.of("agreed", "delivered")),
            entry("trade.delivery-refused", Set.of("agreed", "delivery-held")),
            entry("trade.agreed", Set.of("", "requested")),
            entry("trade.review-rejected", HELD),
            entry("trade.cancelled", Set.of("requested", "agreed")),
            entry("trade.lapsed", Set.of("requested", "agreed", "delivery-held")),
            entry("trade.delivery-held", Set.of("agreed")),
            entry("trade.delivery-made", Set.of("agreed", "delivery-held")),
            entry("trade.delivery-collected", Set.of("delivered", "completed")),
            entry("trade.delivery-disputed", Set.of("delivered")),
            entry("trade.delivery-accepted", Set.of("delivered")),
            entry("trade.dispute-dismissed", Set.of("disputed")),
            entry("trade.rescinded", Set.of("disputed")),
            entry("trade.settled", Set.of("completed")),
            entry("trade.certificate-issued", Set.of("completed")));

    @Override
    public void accept(Clash clash) {
        var events = clash.events();
        var names = Clash.names(events);
        inOrder(clash, events);
        money(clash, names);
        evidence(clash, names);
        var review = new ReviewVerdict(clash, two);
        events.forEach(review::read);
        board(clash, events);
    }

    private static void inOrder(Clash clash, List<Clash.Event> events) {
        var names = Clash.names(events);
        var states = COURSE.states(events);
        for (int i = 0; i < names.size(); i++) {
            var from = FROM.get(names.get(i));
            var state = i == 0 ? "" : states.get(i - 1);
            if (from != null && !from.contains(state)) clash.lie(names.get(i) + " from " + state + ": " + names);
        }
        if (names.contains("trade.settled") != names.contains("trade.certificate-issued"))
            clash.lie("paid without a certificate, or certified without being paid: " + names);
        if (names.contains("trade.settled") != "completed".equals(COURSE.last(events)))
            clash.lie("completed without being paid, or paid without being completed: " + names);
    }

    private void money(Clash clash, List<String> names) {
        var sums = database.query(
                "select kind, sum(minor) from ledger_transfer where reference = ? group by kind",
                rows -> {
                    var found = new HashMap<String, BigDecimal>();
                    while (rows.next()) found.put(rows.getString(1), rows.getBigDecimal(2));
                    return found;
                },
                clash.aggregate());
        if (sums == null) throw new AssertionError();
        boolean agreed = names.contains("trade.agreed");
        boolean paid = names.contains("trade.settled");
        boolean back = agreed && names.stream().anyMatch(name -> "terminated".equals(STATE.get(name)));
        var reserved = sums.getOrDefault("RESERVE", BigDecimal.ZERO);
        var given = sums.getOrDefault("PAY", BigDecimal.ZERO).add(sums.getOrDefault("FEE", BigDecimal.ZERO));
        var returned = sums.getOrDefault("RELEASE", BigDecimal.ZERO);
        boolean right = agreed == (reserved.signum() > 0)
                && given.compareTo(paid ? reserved : BigDecimal.ZERO) == 0
                && returned.compareTo(back ? reserved : BigDecimal.ZERO) == 0;
        if (!right) clash.lie("money " + sums + " of " + names);
    }

    /** Each receipt and certificate waits for the log or stands in it, once. */
    private void evidence(Clash clash, List<String> names) {
        var signed = names.stream()
                .filter(Set.of("trade.delivery-made", "trade.certificate-issued")::contains)
                .count();
        var logged = database.queryForObject(
                """
                select count(*) from domain_event_entry e
                where aggregate_identifier = ? and type = 'Trade'
                  and payload_type in ('trade.delivery-made', 'trade.certificate-issued')
                  and (exists (select 1 from log_queue q where locate(q.digest, e.payload) > 0)
                    or exists (select 1 from log_leaf l where l.digest in (
                        json_value(convert(e.payload using utf8mb4), '$.receipt.digest'),
                        json_value(convert(e.payload using utf8mb4), '$.certificate.digest'))))""",
                Long.class,
                clash.aggregate());
        if (logged == null || logged != signed)
            clash.lie("%d of %d signatures are in the log".formatted(logged, signed));
    }

    private void board(Clash clash, List<Clash.Event> events) {
        var shown =
                database.queryForList("select state from trade_board where id = ?", String.class, clash.aggregate());
        var wanted = events.isEmpty() ? List.of() : List.of(COURSE.last(events));
        if (!shown.equals(wanted)) clash.lie("shown as " + shown + ": " + Clash.names(events));
        var granted = count(events, "trade.exception-granted") - count(events, "trade.exception-revoked");
        var listed = database.queryForObject(
                "select count(*) from exception_board where trade = ? and revoked_at is null",
                Long.class,
                clash.aggregate());
        if (listed == null || listed != granted) clash.lie(listed + " exceptions are listed of " + granted);
    }

    private static long count(List<Clash.Event> events, String name) {
        return events.stream().filter(event -> event.name().equals(name)).count();
    }
}
