package pujiang.app.fsck;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pujiang.app.fsck.EventStream.Stored;
import pujiang.app.fsck.Findings.Subject;
import pujiang.app.json.JsonConventions;
import pujiang.app.product.Inherited;
import pujiang.product.Product;
import pujiang.product.ProductEvent.ProductRegistered;
import pujiang.product.ProductEvent.ProductRevised;
import pujiang.stop.Stop;
import tools.jackson.databind.json.JsonMapper;

/** Checks that a product inherits the stops of the products that its descriptions have named as sources. */
@Component
final class InheritedCheck implements Check {

    private static final Label LABEL = new Label(
            "inherited",
            "继受暂停",
            "a product is derived from what its descriptions have named, and what is shown as inherited is what stands"
                    + " there",
            "产品的来源与其历次说明一致，继受的暂停与来源上现有的暂停一致",
            "the events are authoritative; allow no orders of the product until its rows of product_derivation and"
                    + " product_board are corrected from them",
            "以事件为准；据此更正 product_derivation 与 product_board 中的相应行，更正之前不得订购该产品");

    private static final Subject SOURCES = new Subject("sources", "来源");
    private static final Subject PRODUCTS = new Subject("products", "产品");

    /** The form of a registration number, repeated here independently. */
    private static final Pattern NUMBER = Pattern.compile("PJR\\d{8}-[0-9A-F]{16}");

    private static final JsonMapper JSON = JsonConventions.mapper(1 << 16);

    /** For products older than the table, a source named in an earlier description only was not entered. */
    private static final String OLDER_THAN_THE_TABLE =
            """
            SELECT 1 FROM flyway_schema_history h JOIN domain_event_entry e
                ON e.time_stamp < DATE_FORMAT(h.installed_on, '%Y-%m-%dT%H:%i:%s')
            WHERE h.version = '55' AND e.aggregate_identifier = ? AND e.sequence_number = ? AND e.type = 'Product'""";

    @Override
    public Label label() {
        return LABEL;
    }

    @Override
    public Examination begin(Snapshot snapshot, Findings findings) {
        return new Derivations(snapshot, findings);
    }

    /** Only products with a stop, or with a source, are stored. */
    private static final class Derivations implements Examination {

        private final Snapshot snapshot;
        private final Findings findings;
        private final Map<String, ExpectedStops> stopped = new HashMap<>();
        /** By product the numbers that it named, each with the last event that did. */
        private final Map<String, Map<String, Long>> named = new TreeMap<>();

        private final Map<String, Set<String>> sources = new TreeMap<>();

        private Derivations(Snapshot snapshot, Findings findings) {
            this.snapshot = snapshot;
            this.findings = findings;
        }

        @Override
        public void life(EventStream eventStream) {
            if (!eventStream.is(Product.class)) return;
            findings.looked(PRODUCTS);
            var expectedStops = ExpectedStops.after(eventStream);
            if (!expectedStops.isEmpty()) stopped.put(eventStream.id(), expectedStops);
            for (var stored : eventStream.events()) {
                NUMBER.matcher(source(stored))
                        .results()
                        .map(MatchResult::group)
                        .forEach(number -> named.computeIfAbsent(eventStream.id(), _ -> new TreeMap<>())
                                .put(number, stored.number()));
            }
        }

        private static String source(Stored stored) {
            return switch (stored.event()) {
                case ProductRegistered registered -> registered.description().source();
                case ProductRevised revised -> revised.description().source();
                case null, default -> "";
            };
        }

        @Override
        public void end() throws SQLException {
            for (var product : named.entrySet()) {
                for (var number : product.getValue().entrySet()) {
                    expect(product.getKey(), number.getKey(), number.getValue());
                }
            }
            var rows = "SELECT product, source FROM product_derivation WHERE product > ? OR product = ? AND source > ?"
                    + " ORDER BY product, source";
            snapshot.walk(rows, List.of("", "", ""), row -> {
                stray(row.getString(1), row.getString(2));
                return List.of(row.getString(1), row.getString(1), row.getString(2));
            });
            var shown = "SELECT id, inherited FROM product_board WHERE id > ? ORDER BY id";
            snapshot.walk(shown, List.of(""), row -> {
                compare(row.getString(1), row.getString(2));
                return List.of(row.getString(1));
            });
        }

        private void expect(String product, String number, long event) throws SQLException {
            var source = snapshot.first(
                    "SELECT id FROM product_board WHERE number = ? AND id <> ?",
                    row -> row.getString(1),
                    number,
                    product);
            if (source.isEmpty()) return;
            findings.looked(SOURCES);
            if (snapshot.exists(
                    "SELECT 1 FROM product_derivation WHERE product = ? AND source = ?", product, source.get())) {
                sources.computeIfAbsent(product, _ -> new TreeSet<>()).add(source.get());
            } else if (!snapshot.exists(OLDER_THAN_THE_TABLE, product, event)) {
                sources.computeIfAbsent(product, _ -> new TreeSet<>()).add(source.get());
                findings.damage(
                        "Product " + product,
                        "event %d names %s as its source, but no row does".formatted(event, source.get()),
                        "第 %d 号事件载明来源 %s，但无相应行".formatted(event, source.get()));
            }
        }

        private void stray(String product, String source) {
            if (sources.getOrDefault(product, Set.of()).contains(source)) return;
            findings.damage(
                    "Product " + product,
                    "a row names %s as its source, which no description names".formatted(source),
                    "有行称其来源为 %s，但历次说明均未载明".formatted(source));
        }

        private void compare(String product, @Nullable String column) {
            var shown = column == null
                    ? List.<Inherited>of()
                    : JSON.readerForListOf(Inherited.class).<List<Inherited>>readValue(column);
            var bySource = shown.stream()
                    .collect(Collectors.groupingBy(
                            each -> each.source().value(),
                            TreeMap::new,
                            Collectors.mapping(Inherited::stop, Collectors.toList())));
            var all = new TreeSet<>(bySource.keySet());
            all.addAll(ancestors(product));
            for (var source : all) {
                var stops = bySource.getOrDefault(source, List.<Stop>of());
                var expected = ancestors(product).contains(source) ? stopped.get(source) : null;
                if (expected == null ? stops.isEmpty() : expected.isShown(stops, true)) continue;
                findings.differs(
                        "Product " + product,
                        "what it inherits from " + source,
                        "其自 %s 继受的暂停".formatted(source),
                        ExpectedStops.written(stops),
                        expected == null ? "none" : expected);
            }
        }

        /** Directly or indirectly. A product that is its own source by a cycle inherits nothing from itself. */
        private Set<String> ancestors(String product) {
            var found = new TreeSet<String>();
            var open = new ArrayDeque<>(sources.getOrDefault(product, Set.of()));
            while (!open.isEmpty()) {
                var next = open.pop();
                if (found.add(next)) open.addAll(sources.getOrDefault(next, Set.of()));
            }
            found.remove(product);
            return found;
        }
    }
}
