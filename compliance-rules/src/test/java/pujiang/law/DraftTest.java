package pujiang.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pujiang.compliance.Gate;
import pujiang.compliance.Verdict;

/** What a draft may say, and what is refused before anything of it is compiled. */
class DraftTest {

    private static final String FILE = "dsl/art-53.drl";
    private static final String CONDITION = "is(this, ProductFacts.STATE_SECRET, true)";
    private static final String CONSEQUENCE = "insertLogical(new Fired(\"DSL-53-1\", Outcome.DENY, $why));";
    private static final Map<String, String> OWN = RuleBook.ownTexts();

    @Test
    void theProgramsOwnBookIsADraftWithoutFault() {
        assertThat(Draft.of(OWN).faults()).isEmpty();
        assertThat(Draft.of(OWN).changedSince(OWN)).isEmpty();
    }

    /** A DRL file is code; each of these would compile, or do something while it is compiled. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.exit(0)",
                "eval(true)",
                "is(this, ProductFacts.STATE_SECRET, Runtime.getRuntime() != null)",
                "is(this, ProductFacts.STATE_SECRET, Boolean.getBoolean(\"user.home\"))",
                "is(this.getClass().getClassLoader(), ProductFacts.STATE_SECRET, true)",
                "is(this.facts(), ProductFacts.STATE_SECRET, true)",
                "Class.forName(\"java.lang.Runtime\")",
                "new java.io.File(\"/etc/passwd\")",
                "java.nio.file.Files.delete(null)",
                "allOf(is(this, ProductFacts.STATE_SECRET, true), Conditions.is(this, ProductFacts.GRADE, null))",
                "is(this, ProductFacts.STATE_SECRET, true) || true",
                "is(this, ProductFacts.STATE_SECRET, (Boolean) true)",
                "is(this, ProductFacts.STATE_SECRET, true) while (true) {}",
                "{ while (true); }",
                "accumulate(Fired(), count(1))",
                "entry-point \"other\"",
                "is(this, ProductFacts.STATE_SECRET, true).andThen()",
                "is(this, ProductFacts.STATE_SECRETS, true)",
                "isnt(this, ProductFacts.STATE_SECRET, true)",
                "leaf(this, ProductFacts.STATE_SECRET, \"=\", \"=\", true, null)",
                "is(this, ProductFacts.STATE_SECRET, true",
                "is(this, ProductFacts.STATE_SECRET, \\u0074rue)",
                "/* is */ is(this, ProductFacts.STATE_SECRET, true)",
                "is(this, ProductFacts.STATE_SECRET, true), this.gate == null",
                "is(this, ProductFacts.STATE_SECRET, true)\n    not Fired()"
            })
    void aConditionThatIsMoreThanFactsIsRefused(String condition) {
        refused(CONDITION, condition);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.exit(0);",
                "insert(new Fired(\"DSL-53-1\", Outcome.DENY, $why));",
                "delete(this);",
                "modify($why) { setGate(null) }",
                "while (true) {}",
                "for (;;) ;",
                "new Thread(() -> {}).start();",
                "Runtime.getRuntime().exec(\"true\");",
                "java.lang.reflect.Method m = null;",
                "drools.halt();",
                "insertLogical(new Object());",
                "insertLogical(new Fired(\"DSL-53-1\", Outcome.valueOf(\"DENY\"), $why));",
                "insertLogical(new Fired(\"DSL-53-1\", Outcome.FORBID, $why));",
                "insertLogical(new Fired(\"DSL-21-1\", Outcome.DENY, $why));",
                "insertLogical(new Fired(\"DSL-53-1\", Outcome.DENY, allOf()));",
                "insertLogical(new Fired(\"DSL-53-1\", Outcome.DENY, $why)); System.exit(0);",
                "insertLogical(new Fired(\"DSL-53-1\", Outcome.DENY, $why));"
                        + "\n    insertLogical(new Fired(\"DSL-53-1\", Outcome.DENY, $why));",
                ""
            })
    void aConsequenceThatIsMoreThanOneFindingIsRefused(String consequence) {
        refused(CONSEQUENCE, consequence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
      import pujiang.law.Fired | import pujiang.law.Fired\\nimport java.lang.Runtime
      import pujiang.law.Fired | import pujiang.law.Fired\\nimport java.io.*
      import pujiang.law.Fired | import pujiang.law.Fired\\nimport function java.lang.System.exit
      import pujiang.law.Fired | import static pujiang.law.Fired.*
      import pujiang.law.Fired | import pujiang.law.Fired\\nimport pujiang.law.RuleBook
      import pujiang.law.Fired | import pujiang.law.Fired\\nglobal java.util.List out
      import pujiang.law.Fired | import pujiang.law.Fired\\nfunction void f() { System.exit(0); }
      import pujiang.law.Fired | import pujiang.law.Fired\\ndeclare Fact2 name : String end
      import pujiang.law.Fired | import pujiang.law.Fired\\nquery all() ProposedExchange() end
      import pujiang.law.Fired | import pujiang.law.Fired\\ndialect "mvel"
      package law.dsl          | package law.pipl
      package law.dsl          | package java.lang
      @article("53(1)")        | @article("53(1)") @PropertyReactive("x")
      @article("53(1)")        | @article("")
      @article("53(1)")        | @article("53(1)\\" + System.exit(0) + \\"")
      date-effective           | salience 10\\n    date-effective
      date-effective           | no-loop true\\n    date-effective
      date-effective           | agenda-group "x"\\n    date-effective
      date-effective           | timer (int: 1s)\\n    date-effective
      date-effective           | enabled false\\n    date-effective
      date-effective           | ruleflow-group "x"\\n    date-effective
      date-effective "2021-09-01" | date-effective "1st of May"
      date-effective "2021-09-01" | date-expires "2021-09-01"
      gate in                  | gate not in
      Gate.LISTING             | Gate.NOWHERE
      possible                 | truth == Truth.TRUE
      $why.possible            | true
      rule "DSL-53-1"          | rule "DSL-53-1\\" extends \\"DSL-21-1"
      rule "DSL-53-1"          | rule "anything at all"
    """)
    void aFileThatIsNotOfTheOneShapeIsRefused(String part, String instead) {
        refused(part, instead.replace("\\n", "\n").replace("\\\"", "\""));
    }

    /** At its file, at the line of what was put in or of what then is missing. */
    private static void refused(String part, String instead) {
        assertThat(RuleBook.text(FILE)).contains(part);
        var draft = with(FILE, RuleBook.text(FILE).replace(part, instead));

        assertThat(draft.faults()).isNotEmpty().allMatch(fault -> fault.file().equals(FILE) || fault.line() == 0);
        assertThat(draft.faults().getFirst().line()).isPositive();
        assertThatThrownBy(draft::compiled).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aConditionOfAHundredLevelsIsRefused() {
        refused(CONDITION, "allOf(".repeat(100) + CONDITION + ")".repeat(100));
    }

    static Stream<Object[]> contradictions() {
        var text = RuleBook.text(FILE);
        return Stream.of(
                new Object[] {FILE, text + text.substring(text.indexOf("rule ")), "duplicate name DSL-53-1, also used"},
                new Object[] {
                    FILE,
                    text
                            + text.substring(text.indexOf("rule "))
                                    .replace("rule \"DSL-53-1\"", "rule \"DSL-53-1 once more\""),
                    "overlaps another version of itself"
                },
                new Object[] {FILE, text.replaceAll("(?m)^ *@.*\\n", ""), "article missing"},
                new Object[] {
                    FILE,
                    text.replace(
                            "date-effective \"2021-09-01\"",
                            """
                        date-effective "2021-09-01"
                            date-expires "2021-09-01\""""),
                    "end date is not after start date"
                },
                new Object[] {"face/thresholds.properties", "", "persons-filing"},
                new Object[] {"face/thresholds.properties", "persons-filing = 7\n", "expected name.since = value"},
                new Object[] {"face/thresholds.properties", "persons-filing.2025-06-01 = many\n", "a whole number"},
                new Object[] {"dsl/instrument.properties", "zh = 数据安全法\n", "instrument name missing in en"});
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void whatContradictsItselfIsNamed(String file, String text, String fault) {
        assertThat(with(file, text).faults().stream().map(DraftFault::toString)).anyMatch(told -> told.contains(fault));
    }

    @Test
    void everyFileIsReadAndEachTellsItsFirstFault() {
        var texts = new HashMap<>(OWN);
        texts.put("dsl/art-53.drl", "package law.dsl\nnonsense");
        texts.put("face/art-08.drl", "package law.face\n\nnonsense");

        assertThat(Draft.of(texts).faults().stream().map(DraftFault::toString))
                .anyMatch(fault -> fault.startsWith("dsl/art-53.drl:2: "))
                .anyMatch(fault -> fault.startsWith("face/art-08.drl:3: "));
    }

    @Test
    void aDraftIsABookOfItsOwnWithItsOwnNumbers() {
        var draft = with(
                "cbdf/thresholds.properties",
                RuleBook.text("cbdf/thresholds.properties")
                        .replace("persons-contract.2024-03-22 = 100000", "persons-contract.2024-03-22 = 50000"));
        var book = draft.compiled();
        var question = Cases.question("P3", Gate.ORDER, "{\"export.ytdNonSensitive\": 60000}");

        assertThat(new LawReview(book).review(question).verdict()).isEqualTo(Verdict.ALLOW_WITH_OBLIGATIONS);
        assertThat(Cases.LAW.review(question).verdict()).isEqualTo(Verdict.ALLOW);
        assertThat(book.digest()).isNotEqualTo(Cases.LAW.book().digest());
    }

    @Test
    void aChangedRuleIsNamedByItsId() {
        var draft = with(FILE, RuleBook.text(FILE).replace("Gate.LISTING, ", ""));

        assertThat(draft.faults()).isEmpty();
        assertThat(draft.changedSince(OWN)).containsExactly("DSL-53-1");
    }

    @Test
    void aFolderHoldsFilesOfABookAndNothingElse(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("dsl"));
        Files.writeString(folder.resolve("dsl/art-53.drl"), RuleBook.text(FILE));
        Files.writeString(folder.resolve("dsl/run.sh"), "true");
        Files.write(folder.resolve("dsl/art-54.drl"), new byte[] {(byte) 0xff, 0});
        Files.write(folder.resolve("dsl/art-55.drl"), new byte[70_000]);
        Files.createSymbolicLink(folder.resolve("dsl/art-56.drl"), Path.of("/etc/hostname"));

        assertThat(Draft.read(folder).faults().stream()
                        .map(DraftFault::toString)
                        .toList())
                .containsAll(List.of(
                        "dsl/run.sh: not a file of a rule book",
                        "dsl/art-54.drl: not valid UTF-8",
                        "dsl/art-55.drl: more than 65536 bytes",
                        "dsl/instrument.properties: instrument name missing in zh"))
                .noneMatch(fault -> fault.contains("art-56"));
    }

    private static Draft with(String file, String text) {
        var texts = new HashMap<>(OWN);
        texts.put(file, text);
        return Draft.of(texts);
    }
}
