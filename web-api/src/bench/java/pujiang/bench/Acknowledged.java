package pujiang.bench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pujiang.bench.Target.Reply;

/** What the exchange has said that it has done. At the end it must be so. */
final class Acknowledged {

    private static final Pattern NAME = Pattern.compile("\"name\" ?: ?\"(trade\\.[a-z-]+)\"");
    private static final Pattern VERSION = Pattern.compile("\"version\" ?: ?(\\d+)");
    private static final Pattern BANK = Pattern.compile("\"exchange/bank\" ?: ?\\{ ?\"amount\" ?: ?\"(-?[0-9.]+)\"");

    /** By trade: one of these events must be there. */
    private final Map<String, Set<String>> events = new ConcurrentHashMap<>();

    private final Map<String, Integer> versions = new ConcurrentHashMap<>();
    private final AtomicLong yuan = new AtomicLong();
    private final AtomicLong answers = new AtomicLong();

    /** @param event any of these names, with a bar between them */
    void add(String trade, Reply reply, String event) {
        answers.incrementAndGet();
        events.computeIfAbsent(trade, _ -> ConcurrentHashMap.newKeySet()).add(event);
        var version = VERSION.matcher(reply.body());
        if (version.find() && reply.body().contains("\"" + trade + "\""))
            versions.merge(trade, Integer.parseInt(version.group(1)), Math::max);
    }

    void booked(long signed) {
        answers.incrementAndGet();
        yuan.addAndGet(signed);
    }

    long answers() {
        return answers.get();
    }

    /** One line for each thing that was said and is not so. */
    List<String> missing(Target target, Stalls market) throws InterruptedException {
        var missing = new ArrayList<String>();
        for (var trade : events.entrySet()) {
            var told = target.send("GET", "/trades/" + trade.getKey() + "/events", market.operator(), "none", "");
            var stored = NAME.matcher(told.body())
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toList());
            trade.getValue().stream()
                    .filter(event -> Stream.of(event.split("\\|")).noneMatch(stored::contains))
                    .forEach(event -> missing.add(
                            "%s: %s was acknowledged, and its events are %s".formatted(trade.getKey(), event, stored)));
            if (stored.size() <= versions.getOrDefault(trade.getKey(), 0)) {
                missing.add("%s: version %s was told, and it has %d events"
                        .formatted(trade.getKey(), versions.get(trade.getKey()), stored.size()));
            }
        }
        bank(target, market).ifPresent(missing::add);
        return missing;
    }

    /** The buyers began with 900,000,000.00 each. */
    private Optional<String> bank(Target target, Stalls market) throws InterruptedException {
        var told = target.send("GET", "/ledger/trial-balance", market.operator(), "none", "");
        var balance = BANK.matcher(told.body());
        var expected = new BigDecimal("900000000.00")
                .multiply(BigDecimal.valueOf(market.fair().buyers().size()))
                .add(BigDecimal.valueOf(yuan.get()))
                .negate();
        if (balance.find() && new BigDecimal(balance.group(1)).compareTo(expected) == 0) return Optional.empty();
        return Optional.of("the bank's balance is not %s: %s".formatted(expected, told.body()));
    }
}
