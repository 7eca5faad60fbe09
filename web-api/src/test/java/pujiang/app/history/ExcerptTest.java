package pujiang.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import pujiang.app.decision.Audience;
import pujiang.app.history.EventReaders.Who;
import pujiang.trade.TradeParty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What of every stored event each reader reads. */
@Execution(ExecutionMode.CONCURRENT)
class ExcerptTest {

    private static final Path HISTORY = Path.of("src", "test", "resources", "history");
    private static final Audience BOTH = new Audience(false, Set.of(TradeParty.values()));

    private static final JsonMapper JSON = new JsonMapper();

    static Stream<String> everyEvent() throws IOException {
        try (var files = Files.list(HISTORY)) {
            return files.map(file -> file.getFileName().toString().replace(".json", "")).sorted().toList().stream();
        }
    }

    static Stream<Arguments> everyEventAndReader() throws IOException {
        return everyEvent().flatMap(event -> Arrays.stream(Who.values()).map(who -> Arguments.of(event, who)));
    }

    @ParameterizedTest
    @MethodSource("everyEventAndReader")
    void aReaderReadsWhatIsNamedForItAndNothingElse(String stored, Who who) throws IOException {
        var event = event(stored);
        var readers = EventReaders.of(name(stored));
        var named = new TreeSet<String>();
        readers.rows().forEach((field, row) -> {
            if (row.who().contains(who) && isThere(event, field)) named.add(field);
        });

        var read = new Excerpt(readers, EnumSet.of(who), BOTH).of(event);

        var found = new TreeSet<String>();
        readers.rows().keySet().stream().filter(field -> isThere(read, field)).forEach(found::add);
        assertThat(found).isEqualTo(named);
        assertThat(unnamed(read, "", readers)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void whoStandsOnNoSideReadsNothing(String stored) throws IOException {
        var nobody = new Audience(false, Set.of());

        assertThat(new Excerpt(EventReaders.of(name(stored)), Set.of(), nobody).of(event(stored)))
                .isEmpty();
    }

    @Test
    void anEventThatNobodyHasDecidedAboutIsReadByStaffOnly() throws IOException {
        var read = new Excerpt(EventReaders.of("trade.unheard-of"), EnumSet.allOf(Who.class), BOTH)
                .of(event("trade.agreed.1"));

        assertThat(read).isEmpty();
    }

    /** The pairs that somebody has had to ask about. */
    @ParameterizedTest
    @CsvSource({
        "trade.agreed.1, /clearance/lifting/evidence, ''",
        "trade.agreed.1, /clearance/lifting/ground, VENDOR BUYER",
        "trade.delivery-made.1, /clearance/lifting/evidence, ''",
        "trade.delivery-made.1, /clearance/lifting/ground, VENDOR BUYER",
        "trade.review-supported.1, /lifting/evidence, ''",
        "trade.review-supported.1, /lifting/ground, ''",
        "trade.exception-granted.1, /waiver/lifting/evidence, ''",
        "trade.exception-granted.1, /waiver/lifting/ground, VENDOR BUYER",
        "trade.review-rejected.1, /reason, VENDOR BUYER",
        "trade.document-requested.1, /asking/side, VENDOR BUYER",
        "trade.document-requested.1, /asking/facts, ASKED",
        "trade.document-requested.1, /asking/wanted, ASKED",
        "trade.document-request-withdrawn.1, /reason, ASKED",
        "trade.document-provided.1, /facts, ASKED",
        "trade.document-provided.1, /content/sha256, ASKED",
        "trade.delivery-collected.1, /link, BUYER",
        "listing.published.1, /clearance/lifting/evidence, ''",
        "listing.published.1, /clearance/lifting/ground, VENDOR",
        "participant.verified.1, /evidence, ''",
        "participant.statement-revised.1, /statement, OWNER",
        "obligation.proof-rejected.1, /reason, OWNER",
        "obligation.proven.1, /evidence/statement, OWNER VENDOR BUYER",
        "recall.filed.1, /occurrence/evidence, ''",
        "rule-book.activated.1, /report, ''",
        "watch.resolved.1, /lifting/evidence, ''",
        "watch.resolved.1, /lifting/ground, VENDOR BUYER"
    })
    void aFieldHasTheseReaders(String stored, String field, String readers) throws IOException {
        var event = event(stored);
        assertThat(isThere(event, field)).isTrue();

        for (var who : Who.values()) {
            var read = new Excerpt(EventReaders.of(name(stored)), EnumSet.of(who), BOTH).of(event);
            assertThat(isThere(read, field))
                    .as("%s as %s", field, who)
                    .isEqualTo(Arrays.asList(readers.split(" ")).contains(who.name()));
        }
    }

    @Test
    void ofFactsThatStandInAnEventASideReadsItsOwn() throws IOException {
        var event = event("participant.applied.1");
        var statement = (ObjectNode) event.get("statement");
        statement.put("buyer.foreignControlled", true);
        statement.put("seller.fromAnOlderDictionary", true);

        var read = new Excerpt(
                        EventReaders.of("participant.applied"),
                        EnumSet.of(Who.OWNER),
                        new Audience(false, Set.of(TradeParty.VENDOR)))
                .of(event);

        assertThat(read.get("statement").propertyNames())
                .containsExactlyInAnyOrder("seller.isCIIO", "seller.lastPiAuditDate");
    }

    private static ObjectNode event(String stored) throws IOException {
        return (ObjectNode) JSON.readTree(Files.readString(HISTORY.resolve(stored + ".json")));
    }

    /** Without its revision. */
    private static String name(String stored) {
        return stored.substring(0, stored.lastIndexOf('.'));
    }

    private static boolean isThere(JsonNode event, String field) {
        var list = field.indexOf("/*");
        return list < 0
                ? !event.at(field).isMissingNode()
                : !event.at(field.substring(0, list) + "/0" + field.substring(list + 2))
                        .isMissingNode();
    }

    /** What has neither a row nor rows within it. */
    private static Set<String> unnamed(JsonNode node, String at, EventReaders readers) {
        var unnamed = new TreeSet<String>();
        node.forEachEntry((name, inner) -> {
            var field = at + "/" + name;
            if (readers.rows().containsKey(field)) return;
            if (!readers.isReadWithin(field, EnumSet.allOf(Who.class))) unnamed.add(field);
            unnamed.addAll(unnamed(inner, field, readers));
        });
        return unnamed;
    }
}
