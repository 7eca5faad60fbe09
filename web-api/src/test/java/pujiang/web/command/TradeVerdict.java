package pujiang.web.command;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** What must be so of every trade, whatever was undone: its order of events, its money, its evidence, its board. */
record TradeVerdict(JdbcTemplate database) implements Consumer<Clash> {

    /** The state that each event leads to. */
    static final Map<String, String> STATE = Map.ofEntries(
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
            entry("trade.rescinded", "terminated"),
            entry("trade.certificate-issued", "completed"));

    /** From which states an event may come; what is not in it changes none. */
    private static final Map<String, Set<String>> FROM = Map.ofEntries(
            entry("trade.order-held", Set.of("")),
            entry("trade.agreed", Set.of("", "requested")),
            entry("trade.review-rejected", Set.of("requested", "delivery-held")),
            entry("trade.cancelled", Set.of("requested", "agreed")),
            entry("trade.lapsed", Set.of("requested", "agreed", "delivery-held")),
            entry("trade.delivery-held", Set.of("agreed")),
            entry("trade.delivery-made", Set.of("agreed", "delivery-held")),
            entry("trade.delivery-collected", Set.of("delivered", "completed")),
            entry("trade.delivery-disputed", Set.of("delivered")),
            entry("trade.delivery-accepted", Set.of("delivered")),
            entry("trade.dispute-dismissed", Set.of("disputed")),
            entry("trade.rescinded", Set.of("disputed")),
            entry("trade.certificate-issued", Set.of("delivered", "disputed")));

    @Override
    public void accept(Clash clash) {
        var names = clash.events().stream().map(Clash.Event::name).toList();
        inOrder(clash, names);
        money(clash, names);
        evidence(clash, names);
        officers(clash, names);
        board(clash, names);
    }

    private static void inOrder(Clash clash, List<String> names) {
        var state = "";
        for (var name : names) {
            var from = FROM.get(name);
            if (from != null && !from.contains(state)) clash.lie(name + " from " + state + ": " + names);
            state = STATE.getOrDefault(name, state);
        }
        if (names.contains("trade.settled") != names.contains("trade.certificate-issued"))
            clash.lie("paid without a certificate, or certified without being paid: " + names);
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

    /** Of two officers neither is the other. */
    private void officers(Clash clash, List<String> names) {
        if (!names.contains("trade.order-held") || !names.contains("trade.agreed")) return;
        var actors = database.queryForList(
                "select json_value(convert(meta_data using utf8mb4), '$.actor') from domain_event_entry"
                        + " where aggregate_identifier = ? and type = 'Trade' and payload_type in"
                        + " ('trade.review-supported', 'trade.agreed')",
                String.class,
                clash.aggregate());
        if (Set.copyOf(actors).size() != 2) clash.lie("agreed by " + actors + ": " + names);
    }

    private void board(Clash clash, List<String> names) {
        var state = names.stream()
                .flatMap(name -> Stream.ofNullable(STATE.get(name)))
                .reduce("", (_, next) -> next);
        var shown =
                database.queryForList("select state from trade_board where id = ?", String.class, clash.aggregate());
        if (!shown.equals(List.of(state))) clash.lie("shown as " + shown + ": " + names);
    }
}
