package pujiang.web.rulebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static pujiang.web.Market.fresh;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import pujiang.app.security.Accounts;
import pujiang.app.security.Role;
import pujiang.web.Drafts;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;

/** What somebody sends who means no rule book. */
@ExchangeTest
@TestPropertySource(properties = "pujiang.law.most-unreported=3")
class HostileDraftsTest {

    private static final String NAME = "dsl/art-53.drl";
    private static final int DIRECTORY_ENTRY = 0x02014b50;

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    private Market market;
    private Drafts drafts;
    private String officer;

    @BeforeEach
    void anOfficer() {
        market = new Market(port, accounts);
        drafts = new Drafts(port);
        officer = market.staff(Role.COMPLIANCE_OFFICER);
    }

    static Stream<Arguments> archives() throws IOException {
        var whole = named(NAME);
        return Stream.of(
                arguments("nothing", new byte[0], 400, "rule-draft.not-an-archive"),
                arguments("a text", "rule \"x\"".getBytes(UTF_8), 400, "rule-draft.not-an-archive"),
                arguments("an empty ZIP", named(), 400, "rule-draft.not-an-archive"),
                arguments("half a ZIP", Arrays.copyOf(whole, whole.length / 2), 400, "rule-draft.not-an-archive"),
                arguments("no directory", Arrays.copyOf(whole, whole.length - 30), 400, "rule-draft.not-an-archive"),
                arguments("another directory", otherDirectory(), 400, "rule-draft.not-an-archive"),
                arguments("a bomb", bomb(), 413, "rule-draft.too-large"),
                arguments("many bombs", small(), 413, "rule-draft.too-large"),
                arguments("10,000 entries", many(), 413, "rule-draft.too-large"),
                arguments("larger than any", new byte[3_000_000], 413, "rule-draft.too-large"),
                arguments("up", named("../dsl/art-53.drl"), 400, "rule-draft.entry-refused"),
                arguments("up inside", named("dsl/../../x.drl"), 400, "rule-draft.entry-refused"),
                arguments("absolute", named("/etc/passwd"), 400, "rule-draft.entry-refused"),
                arguments("a drive", named("C:/dsl/art-53.drl"), 400, "rule-draft.entry-refused"),
                arguments("backslashes", named("dsl\\art-53.drl"), 400, "rule-draft.entry-refused"),
                arguments("an archive inside", named("dsl/law.zip"), 400, "rule-draft.entry-refused"),
                arguments("a class", named("pujiang/law/RuleBook.class"), 400, "rule-draft.entry-refused"),
                arguments("a folder with content", named("dsl/"), 400, "rule-draft.entry-refused"),
                arguments("a deep name", named("dsl/a/art-53.drl"), 400, "rule-draft.entry-refused"),
                arguments("a name in capitals", named("DSL/art-53.drl"), 400, "rule-draft.entry-refused"),
                arguments("a zero in the name", named("dsl/art-53.drl\0.txt"), 400, "rule-draft.entry-refused"),
                arguments("a link", link(), 400, "rule-draft.entry-refused"),
                arguments("GBK", gbk(), 400, "rule-draft.not-text"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("archives")
    void whatIsNoRuleBookIsNotTaken(String what, byte[] archive, int status, String code) throws Exception {
        var draft = fresh("hostile");

        drafts.put(officer, draft, archive).is(status, code);

        market.get(officer, "/rule-drafts/" + draft).is(404, "rule-draft.unknown");
    }

    /** A draft with faults is taken, so that its author can read them; nothing of it runs. */
    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
      CONDITION                | System.exit(0)                              | unknown function System
      CONDITION                | isnt(this, ProductFacts.STATE_SECRET, true) | unknown function isnt
      CONDITION                | is(this, ProductFacts.NOTHING, true)        | NOTHING
      "DSL-53-1", Outcome      | "DSL-21-1", Outcome                         | result names DSL-21-1 in rule DSL-53-1
      import pujiang.law.Fired | import java.lang.Runtime                    | may not import java.lang.Runtime
      then                     | then Runtime.getRuntime().halt(1);          | Runtime
      rule "DSL-53-1"          | rule "DSL-21-1"                             | DSL-21-1
      2021-09-01               | 2021-13-01                                  | expected a date such as
    """)
    void aRuleThatIsMoreThanARuleIsAFault(String part, String instead, String told) throws Exception {
        var texts = Drafts.oneRuleMore();
        var old = part.replace("CONDITION", "is(this, ProductFacts.STATE_SECRET, true)");
        texts.computeIfPresent(NAME, (_, text) -> text.replace(old, instead));

        faulty(texts, told);
    }

    static Stream<Arguments> codes() {
        var java = "\\u000a try{new java.io.File(\"ran\").createNewFile();}catch(Exception e){} //";
        return Stream.of(
                arguments("Java behind a consequence", "$why));", "$why)); // " + java, 22),
                arguments("Java behind an import", "law.Fired", "law.// \\u000aFired;class X{}//\nFired", 4),
                arguments("a name of 30,000 parts", "STATE_SECRET, true", "STATE_SECRET, a" + "-b".repeat(30_000), 19),
                arguments("a day that no calendar has", "2021-09-01", "+999999999-12-31", 16),
                arguments("a comment in a name", "ProductFacts.S", "ProductFacts.// \nS", 20),
                arguments("a gate that does not exist", "Gate.ORDER", "Gate.NOWHERE", 18),
                arguments("10,000 levels", "$why : is(", "$why : " + "allOf(".repeat(10_000), 19));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("codes")
    void whatOnceRanOrFailedIsAFaultOfItsLine(String what, String part, String instead, int line) throws Exception {
        var texts = Drafts.oneRuleMore();
        texts.computeIfPresent(NAME, (_, text) -> text.replace(part, instead));

        var faults = drafts.put(officer, fresh("hostile"), Drafts.zip(texts))
                .is(201)
                .body()
                .path("faults");

        assertThat(faults.findValuesAsString("file")).containsExactly(NAME);
        assertThat(faults.get(0).path("line").asInt()).isEqualTo(line);
        assertThat(Path.of("ran")).doesNotExist();
    }

    /** Each level once took three times as long as the one before; and a comment was read as a gate. */
    @Test
    void aDeepConditionBesideACommentIsABook() throws Exception {
        var texts = Drafts.oneInstrument();
        var asked = "is(this, ProductFacts.STATE_SECRET, false)";
        texts.computeIfPresent("dsl/art-99.drl", (_, text) -> text.replace("when\n", "when // gate in (Gate.NOWHERE)\n")
                .replace(asked, "allOf(".repeat(31) + asked + ")".repeat(31)));

        var draft =
                drafts.put(officer, fresh("deep"), Drafts.zip(texts)).is(201).body();

        assertThat(draft.path("faults")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"2021-09-01, overlaps another version", "2020-01-01, overlaps another version"})
    void versionsOfOneRuleThatOverlapAreAFault(String from, String told) throws Exception {
        var texts = Drafts.oneRuleMore();
        var copy = texts.getOrDefault(NAME, "")
                .replace("rule \"DSL-53-1\"", "rule \"DSL-53-1 again\"")
                .replace("2021-09-01", from);
        texts.put("dsl/art-54.drl", copy);

        faulty(texts, told);
    }

    private void faulty(Map<String, String> texts, String told) throws Exception {
        var draft = fresh("hostile");
        var faults =
                drafts.put(officer, draft, Drafts.zip(texts)).is(201).body().path("faults");

        assertThat(faults.findValuesAsString("what")).anyMatch(what -> what.contains(told));
        assertThat(faults.get(0).path("line").asInt()).isPositive();
        market.post(officer, "/rule-drafts/" + draft + "/replays", "").is(409, "rule-draft.faulty");
        market.post(
                        market.operator(),
                        "/rule-drafts/" + draft + "/activation",
                        "{\"report\": \"sha-256:" + "0".repeat(64) + "\"}")
                .is(409, "rule-draft.faulty");
    }

    private static byte[] named(String... names) throws IOException {
        var texts = new TreeMap<String, String>();
        for (var name : names) texts.put(name, "package law.dsl");
        return Drafts.zip(texts);
    }

    /** A gigabyte would do; a hundred megabytes are as many as a test needs. */
    private static byte[] bomb() throws IOException {
        return zip(100, NAME);
    }

    private static byte[] small() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (int i = 0; i < 100; i++) {
                zip.putNextEntry(new ZipEntry("dsl/art-%d.drl".formatted(i)));
                zip.write(new byte[60_000]);
            }
        }
        return out.toByteArray();
    }

    private static byte[] zip(int megabytes, String name) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            for (int i = 0; i < megabytes; i++) zip.write(new byte[1_000_000]);
        }
        return out.toByteArray();
    }

    private static byte[] many() throws IOException {
        var texts = new TreeMap<String, String>();
        for (int i = 0; i < 10_000; i++) texts.put("dsl/art-%d.drl".formatted(i), "");
        return Drafts.zip(texts);
    }

    /** As Info-ZIP stores one: the link's target as content, and what it is in the directory. */
    private static byte[] link() throws IOException {
        var zip = named(NAME);
        var bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int at = directory(bytes);
        bytes.put(at + 5, (byte) 3);
        bytes.putInt(at + 38, 0120777 << 16);
        return zip;
    }

    /** One reader would find the one name, another the other. */
    private static byte[] otherDirectory() throws IOException {
        var zip = named(NAME);
        var bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(directory(bytes) + 46, NAME.replace("53", "54").getBytes(UTF_8));
        return zip;
    }

    private static int directory(ByteBuffer bytes) {
        int at = 0;
        while (bytes.getInt(at) != DIRECTORY_ENTRY) at++;
        return at;
    }

    private static byte[] gbk() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry(NAME));
            zip.write("// 数据安全法".getBytes(Charset.forName("GBK")));
        }
        return out.toByteArray();
    }
}
