package pujiang.host.evaluate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pujiang.app.decision.DecisionFile;
import pujiang.app.evaluate.JsonLines;
import pujiang.app.evaluate.Question;
import pujiang.compliance.Decision;
import pujiang.digest.Sha256;
import pujiang.law.Draft;
import pujiang.law.LawReview;
import pujiang.law.RuleBook;
import pujiang.law.TimeLimit;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Facts in, decisions out, one line each. */
class EvaluateTest {

    private static final Path CATALOGUE = Path.of("..", "compliance-rules", "src", "test", "resources", "law");
    private static final JsonMapper JSON = new JsonMapper();
    private static final LawReview LAW = new LawReview(RuleBook.load());
    private static final Draft OWN = Draft.kept(RuleBook.ownTexts());
    private static final Map<String, Map<String, @Nullable Object>> PROFILES = profiles();

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void everyExampleOfTheCatalogueIsAnsweredInItsPlace() throws IOException {
        var examples = Files.readAllLines(CATALOGUE.resolve("examples.jsonl")).stream()
                .map(JSON::readTree)
                .toList();
        var lines = examples.stream().map(EvaluateTest::facts).collect(Collectors.joining("\n"));

        assertThat(answer(lines)).isZero();

        var inBook = LAW.book().rules().stream().map(rule -> rule.id()).collect(Collectors.toUnmodifiableSet());
        var answers = answers();
        assertThat(answers).hasSameSizeAs(examples);
        for (int i = 0; i < examples.size(); i++) {
            var expected = new TreeMap<String, String>();
            examples.get(i).get("fired").properties().forEach(fired -> {
                if (inBook.contains(fired.getKey()))
                    expected.put(fired.getKey(), fired.getValue().asString());
            });
            assertThat(fired(answers.get(i)))
                    .as(examples.get(i).get("id").asString())
                    .isEqualTo(expected);
        }
    }

    @Test
    void aDecisionThatCannotBeMadeAgainInTimeIsNotCalledAnother() throws IOException {
        var question = Question.read("{\"gate\": \"ORDER\", \"evalDate\": \"2026-11-25\"}");
        var saved = Files.createTempFile("decision", ".json");
        Files.writeString(saved, JSON.writeValueAsString(DecisionFile.of(LAW.review(question))));
        var hurried = new LawReview(LAW.book(), new TimeLimit(Duration.ofNanos(1), System::nanoTime));
        var told = new PrintStream(err, true, UTF_8);

        int code = new Reexecution(hurried, OWN, told, told).verify(saved);

        Files.delete(saved);
        assertThat(code).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("failed or timed out").doesNotContain("differs");
    }

    /** What the rules and the answer were bound to before decision 100, and what no release has recorded. */
    @Test
    void aDecisionThatNamesTheFilesOfTheBookAloneIsMadeAgainInTheSameBytes() throws IOException {
        var decision = LAW.review(Question.read("{\"gate\": \"ORDER\", \"evalDate\": \"2026-11-25\"}"));

        assertThat(verified(decision)).isZero();
        assertThat(verified(decision.under(Sha256.named(RuleBook.ownTexts())))).isZero();
        assertThat(verified(decision.under("sha-256:" + "0".repeat(64)))).isOne();
        assertThat(out.toString(UTF_8)).contains("differs 不一致 at /decision/ruleBook");
    }

    private int verified(Decision decision) throws IOException {
        var saved = folder.resolve("decision.json");
        Files.writeString(saved, JSON.writeValueAsString(DecisionFile.of(decision)));
        var told = new PrintStream(out, true, UTF_8);
        return new Reexecution(LAW, OWN, told, told).verify(saved);
    }

    @Test
    void anAnswerNamesTheBookTheFactsAndWhatIsMissing() throws IOException {
        answer("{\"gate\": \"ORDER\", \"evalDate\": \"2026-11-25\", \"product.grade\": null}");

        assertThat(answers()).singleElement().satisfies(answer -> {
            assertThat(answer.get("decision").asString()).isEqualTo("REQUIRE_REVIEW");
            assertThat(answer.get("ruleBook").asString()).isEqualTo(LAW.book().digest());
            assertThat(answer.get("facts").asString()).startsWith("sha-256:");
            assertThat(answer.get("missing").values())
                    .extracting(JsonNode::asString)
                    .contains("product.grade");
            assertThat(answer.has("findings") && answer.has("obligations")).isTrue();
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
        {"gate":"ORDER","evalDate":"2026-11-25","product.colour":1}        | fact.unknown-name   | product.colour
        {"gate":"ORDER","evalDate":"2026-11-25","product.grade":"TOP"}     | fact.wrong-value    | product.grade
        {"gate":"ORDER","evalDate":"2026-11-25","product.subjectCount":-1} | fact.wrong-value    | product.subjectCount
        {"gate":"ORDER","evalDate":"2026-11-25","product.subjectCount":1.5}| fact.wrong-value    | product.subjectCount
        {"gate":"ORDER","evalDate":"2026-11-25","trade.traceable":"true"}  | fact.wrong-value    | trade.traceable
        {"gate":"ORDER","evalDate":"2026-11-25","product.grade":{"a":[1]}} | fact.wrong-value    | product.grade
        {"gate":"ORDER","product.grade":[[[[[[[[[1]]]]]]]]]}               | json.malformed      | column
        {"gate":"DOOR","evalDate":"2026-11-25"}                            | fact.wrong-value    | gate
        {"evalDate":"2026-11-25"}                                          | fact.wrong-value    | gate
        {"gate":"ORDER","evalDate":"2026-02-30"}                           | fact.wrong-value    | evalDate
        {"gate":"ORDER"}                                                   | fact.wrong-value    | evalDate
        {"gate":"ORDER","gate":"ORDER","evalDate":"2026-11-25"}            | json.malformed      | column
        {"gate":"ORDER","evalDate":"2026-11-25"} x                         | json.malformed      | column
        {"gate":"ORDER"                                                    | json.malformed      | column
        [1]                                                                | json.not-an-object  | ``
        null                                                               | json.not-an-object  | ``
        """)
    void aLineThatIsNoQuestionIsAnErrorInItsPlaceAndTheOthersGoOn(String line, String code, String at)
            throws IOException {
        var good = "{\"gate\":\"ORDER\",\"evalDate\":\"2026-11-25\"}";

        assertThat(answer(good + "\n\n" + line + "\n" + good + "\n")).isOne();

        var answers = answers();
        assertThat(answers).hasSize(3);
        assertThat(answers.get(0).has("decision") && answers.get(2).has("decision"))
                .isTrue();
        var error = answers.get(1).get("error");
        assertThat(error.get("line").asInt()).isEqualTo(3);
        assertThat(error.get("code").asString()).isEqualTo(code);
        assertThat(error.get("at").asString()).startsWith(at);
    }

    @Test
    void aLineLongerThanAnyQuestionIsRefusedWithoutBeingKept() throws IOException {
        assertThat(answer("x".repeat(3 * JsonLines.LONGEST) + "\n")).isOne();
        assertThat(answers().getFirst().at("/error/code").asString()).isEqualTo("line.too-long");
    }

    @Test
    void whoeverCallsItWronglyIsToldHow() {
        assertThat(Evaluate.run(List.of("a", "b"), InputStream.nullInputStream(), stream(out), stream(err)))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("usage", "用法");
        assertThat(Evaluate.run(List.of("no-such-file"), InputStream.nullInputStream(), stream(out), stream(err)))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("no such file");
    }

    /** As editors and shells of Windows write it. */
    @ParameterizedTest
    @CsvSource({"UTF-8, EFBBBF", "UTF-16LE, FFFE", "UTF-16BE, FEFF", "UTF-16LE, ''", "UTF-16BE, ''"})
    void textWithAMarkAndInUtf16IsRead(String encoding, String mark) throws IOException {
        var question = "{\"gate\":\"ORDER\",\"evalDate\":\"2026-11-25\"}\n";
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(HexFormat.of().parseHex(mark));
        bytes.writeBytes(question.getBytes(Charset.forName(encoding)));

        var input = new ByteArrayInputStream(bytes.toByteArray());
        assertThat(new Evaluate(LAW, stream(out), stream(err)).answer(input)).isZero();

        var plain = new ByteArrayOutputStream();
        new Evaluate(LAW, stream(plain), stream(err)).answer(new ByteArrayInputStream(question.getBytes(UTF_8)));
        assertThat(out.toString(UTF_8)).isEqualTo(plain.toString(UTF_8));
    }

    /** "问题" in GBK, and the beginning of UTF-32. */
    @ParameterizedTest
    @ValueSource(strings = {"7B22CECACCE2223A317D0A", "FFFE00007B000000", "0000FEFF0000007B"})
    void textInAnotherEncodingIsRefusedInOneLine(String bytes) throws IOException {
        var file = Files.write(folder.resolve("questions"), HexFormat.of().parseHex(bytes));

        assertThat(Evaluate.run(List.of(file.toString()), InputStream.nullInputStream(), stream(out), stream(err)))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8).lines()).hasSize(1);
        assertThat(err.toString(UTF_8)).contains("neither UTF-8 nor UTF-16");
    }

    @Test
    void noMessageSpeaksOfWhoeverReadsTheText() throws IOException {
        assertThat(answer("{\"gate\":\"ORDER\", x\n")).isOne();
        assertThat(out.toString(UTF_8))
                .contains("stops being JSON")
                .doesNotContain("Unexpected character", "jackson", "Source", "token");
        var file = Files.writeString(folder.resolve("decision.json"), "\uFEFF{\"format\": x}");

        assertThat(Evaluate.run(
                        List.of("--verify", file.toString()), InputStream.nullInputStream(), stream(out), stream(err)))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8))
                .contains("not valid JSON")
                .doesNotContain("Unexpected character", "jackson", "Source", "token");
    }

    private int answer(String lines) throws IOException {
        return new Evaluate(LAW, stream(out), stream(err)).answer(new ByteArrayInputStream(lines.getBytes(UTF_8)));
    }

    private List<JsonNode> answers() {
        return out.toString(UTF_8).lines().map(JSON::readTree).toList();
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, false, UTF_8);
    }

    private static String facts(JsonNode example) {
        var facts = new TreeMap<>(PROFILES.get(example.get("profile").asString()));
        facts.put("gate", example.get("gate").asString());
        facts.putAll(JSON.convertValue(example.get("changes"), new TypeReference<Map<String, @Nullable Object>>() {}));
        return JSON.writeValueAsString(facts);
    }

    private static Map<String, String> fired(JsonNode answer) {
        return answer.get("findings").values().stream()
                .collect(Collectors.toMap(
                        finding -> finding.get("rule").asString(),
                        finding -> finding.get("outcome").asString(),
                        (one, _) -> one,
                        TreeMap::new));
    }

    private static Map<String, Map<String, @Nullable Object>> profiles() {
        return JSON.readValue(CATALOGUE.resolve("profiles.json"), new TypeReference<>() {});
    }
}
