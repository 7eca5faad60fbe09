package pujiang.app.rulebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import pujiang.app.decision.DecisionFile;
import pujiang.compliance.FactSheet;
import pujiang.compliance.Gate;
import pujiang.compliance.ProposedExchange;
import pujiang.host.evaluate.Evaluate;
import pujiang.law.Draft;
import pujiang.law.LawReview;
import pujiang.law.RuleBook;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A rule-book change from its export to its replay, as somebody at a terminal makes it. */
@Execution(ExecutionMode.CONCURRENT)
class RulesTest {

    private static final Path CATALOGUE = Path.of("..", "compliance-rules", "src", "test", "resources", "law");
    private static final JsonMapper JSON = new JsonMapper();
    private static final LawReview LAW = new LawReview(RuleBook.load());
    private static final String THRESHOLDS = "cbdf/thresholds.properties";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path draft;

    @BeforeEach
    void aDraftBeginsAsTheBookThatThereIs() {
        draft = folder.resolve("draft");
        assertThat(rules("export", draft.toString())).isZero();
        out.reset();
    }

    @Test
    void whatWasWrittenOutHasNoFault() {
        assertThat(rules("check", draft.toString())).isZero();
        assertThat(told()).endsWith(LAW.book().digest());
    }

    @Test
    void aFolderThatIsNotEmptyIsLeftAlone() {
        assertThat(rules("export", draft.toString())).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("not empty");
    }

    @Test
    void aFaultIsToldByFileAndLine() throws IOException {
        edit("dsl/art-53.drl", "is(this, ProductFacts.STATE_SECRET, true)", "System.exit(0)");

        assertThat(rules("check", draft.toString())).isEqualTo(1);
        assertThat(told()).startsWith("dsl/art-53.drl:19: unknown function System");
    }

    @Test
    void aValueOfAnotherKindIsToldByFileAndLine() throws IOException {
        edit("dsl/art-53.drl", "is(this, ProductFacts.STATE_SECRET, true)", "is(this, ProductFacts.STATE_SECRET, 5)");

        assertThat(rules("check", draft.toString())).isEqualTo(1);
        assertThat(told()).startsWith("dsl/art-53.drl:19: wrong arguments; usage: is(this, Fact<T>, T)");
    }

    /** Java ends a line at such an escape, even inside a comment. */
    @Test
    void javaBehindACommentIsToldByFileAndLineAndDoesNotRun() throws IOException {
        var ran = folder.resolve("ran");
        edit(
                "dsl/art-53.drl",
                "$why));",
                "$why)); // \\u000a try{new java.io.File(\"%s\").createNewFile();}catch(Exception e){} //"
                        .formatted(ran));

        assertThat(rules("check", draft.toString())).isEqualTo(1);
        assertThat(told()).startsWith("dsl/art-53.drl:22: unexpected character: \\ (U+005C)");
        assertThat(ran).doesNotExist();
    }

    @Test
    void aChangedRuleNeedsCasesThatHold() throws IOException {
        keepOnlyTheRulesOf("dsl");
        edit("dsl/art-53.drl", "Gate.LISTING, ", "");

        assertThat(rules("check", draft.toString())).isEqualTo(1);
        assertThat(told()).contains("DSL-53-1 was changed and has no case in which it fires");

        var facts = "\"evalDate\": \"2026-11-26\", \"product.stateSecret\": true, \"rule\": \"DSL-53-1\"";
        Files.writeString(
                draft.resolve("cases.jsonl"),
                """
                {"gate": "ORDER", %1$s, "expect": "DENY"}
                {"gate": "LISTING", %1$s, "expect": "silent"}
                """
                        .formatted(facts));
        out.reset();
        assertThat(rules("check", draft.toString())).as(out.toString(UTF_8)).isZero();

        Files.writeString(draft.resolve("cases.jsonl"), "{\"gate\": \"LISTING\", " + facts + ", \"expect\": \"DENY\"}");
        out.reset();
        assertThat(rules("check", draft.toString())).isEqualTo(1);
        assertThat(told()).contains("cases.jsonl:1: DSL-53-1: silent, not DENY");
    }

    @Test
    void aReplayTellsEachFlipAndWhatCannotBeReplayed() throws IOException {
        edit(THRESHOLDS, "persons-contract.2024-03-22 = 100000", "persons-contract.2024-03-22 = 50000");
        var decisions = folder.resolve("decisions.jsonl");
        Files.write(
                decisions,
                List.of(
                        saved("P3", "export.ytdNonSensitive", 60_000),
                        saved("P3", "export.ytdNonSensitive", 40_000),
                        saved("P0", "product.grade", "CORE"),
                        "{\"format\": \"something else\"}",
                        "nonsense"));

        assertThat(rules("replay", draft.toString(), decisions.toString())).isEqualTo(1);

        var lines = out.toString(UTF_8).lines().skip(1).map(JSON::readTree).toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.getFirst().path("of").path("trade").asString()).isEqualTo("t-60000");
        assertThat(lines.getFirst().path("was").asString()).isEqualTo("ALLOW");
        assertThat(lines.getFirst().path("now").asString()).isEqualTo("ALLOW_WITH_OBLIGATIONS");
        assertThat(lines.getFirst().path("fresh").toString()).contains("CBDF-8-1 OBLIGATION");
        assertThat(lines.stream().map(line -> line.path("line").asInt()).limit(3))
                .containsExactly(1, 4, 5);
        var counts = lines.getLast().path("counts");
        assertThat(counts.path("ALLOW → ALLOW_WITH_OBLIGATIONS").asInt()).isEqualTo(1);
        assertThat(counts.path("ALLOW → ALLOW").asInt()).isEqualTo(1);
        assertThat(counts.path("DENY → DENY").asInt()).isEqualTo(1);
        assertThat(lines.getLast().path("unreplayable").asInt()).isEqualTo(2);
    }

    @Test
    void aDecisionOfAnotherBookIsMadeAgainByThatBook() throws IOException {
        edit(THRESHOLDS, "persons-contract.2024-03-22 = 100000", "persons-contract.2024-03-22 = 50000");
        var question = new ProposedExchange(Gate.ORDER, LocalDate.of(2026, 11, 26), FactSheet.empty());
        var judged = new LawReview(Draft.read(draft).compiled()).review(question);
        var file = folder.resolve("decision.json");
        Files.writeString(file, JSON.writeValueAsString(DecisionFile.of(judged)));

        assertThat(evaluate("--verify", file.toString())).isEqualTo(1);
        assertThat(told()).contains("/decision/ruleBook");
        assertThat(evaluate("--verify", file.toString(), "--rules", draft.toString()))
                .isZero();
        edit(THRESHOLDS, "= 50000", "= many");
        assertThat(evaluate("--verify", file.toString(), "--rules", draft.toString()))
                .isEqualTo(2);
        assertThat(evaluate("--verify", file.toString(), "--rules", "nowhere")).isEqualTo(2);
    }

    private int evaluate(String... arguments) {
        return Evaluate.run(
                List.of(arguments),
                InputStream.nullInputStream(),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8));
    }

    @Test
    void aLineLongerThanMemoryIsToldAndTheOthersGoOn() throws IOException {
        var decisions = folder.resolve("decisions.jsonl");
        Files.write(decisions, List.of("x".repeat(400_000), saved("P0", "product.grade", "CORE")));
        keepOnlyTheRulesOf("dsl");

        assertThat(rules("replay", draft.toString(), decisions.toString())).isEqualTo(1);

        assertThat(told()).contains("exceeds the maximum line length").contains("\"DENY → DENY\":1");
    }

    @Test
    void nonsenseAtTheTerminalIsAnsweredWithTheUsage() {
        assertThat(rules()).isEqualTo(2);
        assertThat(rules("check", folder.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("usage").contains("no such directory");
    }

    private int rules(String... arguments) {
        return Rules.run(List.of(arguments), new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }

    private String told() {
        return out.toString(UTF_8).strip();
    }

    /** A draft of one instrument compiles in half the time; the words of the law need the numbers of all. */
    private void keepOnlyTheRulesOf(String instrument) throws IOException {
        try (var files = Files.walk(draft)) {
            for (var file : files.filter(each -> each.toString().endsWith(".drl"))
                    .filter(each -> !each.startsWith(draft.resolve(instrument)))
                    .toList()) {
                Files.delete(file);
            }
        }
    }

    private void edit(String file, String part, String instead) throws IOException {
        var text = Files.readString(draft.resolve(file));
        assertThat(text).contains(part);
        Files.writeString(draft.resolve(file), text.replace(part, instead));
    }

    private static String saved(String profile, String fact, Object value) throws IOException {
        Map<String, Map<String, @Nullable Object>> profiles =
                JSON.readValue(Files.readString(CATALOGUE.resolve("profiles.json")), new TypeReference<>() {});
        var facts = new HashMap<String, @Nullable Object>(profiles.getOrDefault(profile, Map.of()));
        facts.keySet().removeAll(List.of("gate", "evalDate"));
        facts.put(fact, value);
        var question = new ProposedExchange(Gate.ORDER, LocalDate.of(2026, 11, 26), FactSheet.of(facts));
        JsonNode about = JSON.valueToTree(Map.of("trade", "t-" + value));
        var file = JSON.valueToTree(DecisionFile.of(LAW.review(question)));
        return ((ObjectNode) file).set("of", about).toString();
    }
}
