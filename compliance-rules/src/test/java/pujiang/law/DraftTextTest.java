package pujiang.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pujiang.compliance.Gate;
import pujiang.compliance.Outcome;
import pujiang.compliance.Verdict;

/** Two who read a draft read the same: what one of them might take for something else is refused, or is nothing at all. */
class DraftTextTest {

    private static final String FILE = "dsl/art-53.drl";
    private static final String NAMES = "dsl/instrument.properties";
    private static final String RULE = RuleBook.text(FILE);
    private static final Path RAN = Path.of("ran");

    static Stream<Arguments> tricks() {
        var java = "\\u000a try{new java.io.File(\"ran\").createNewFile();}catch(Exception e){} //";
        return Stream.of(
                arguments("Java behind a consequence", "$why));", "$why)); // " + java, 22),
                arguments("Java behind an import", "law.Fired", "law.// \\u000aFired;class X{}//\nFired", 4),
                arguments("Java behind a condition", "true),", "true), // " + java, 19),
                arguments("Java before the package", "package law.dsl", "// " + java + "\npackage law.dsl", 1),
                arguments("an escaped quotation mark", "State and", "State \\u0022 and", 13),
                arguments("an escape that Java reads twice", "// Art.", "// \\\\u000a Art.", 7),
                arguments("many u", "// Art.", "// \\uuuu000a Art.", 7),
                arguments("a path of Windows", "// Art.", "// C:\\temp Art.", 7),
                arguments("an escape in a name", "STATE_SECRET", "STATE\\u005fSECRET", 19),
                arguments("a text over two lines", "State and", "State\nand", 13),
                arguments("a text without an end", "rule \"DSL-53-1\"", "rule \"DSL-53-1", 10),
                arguments("apostrophes", "\"2021-09-01\"", "'2021-09-01'", 16),
                arguments("a comment of several lines", "when\n", "when /*\n*/\n", 17),
                arguments("a comment without an end", "when\n", "/*\nwhen\n", 17),
                arguments("a comment of another language", "when\n", "# note\nwhen\n", 17),
                arguments("a comment in a fact", "Facts.STATE", "Facts.// x\nSTATE", 20),
                arguments("a comment before the point", "Facts.STATE", "Facts// x\n.STATE", 20),
                arguments("a comment in an import", "pujiang.law.Fired", "pujiang.law.// x\nFired", 5),
                arguments("a comment in a gate", "Gate.ORDER", "Gate.// x\nORDER", 19),
                arguments("a comment in the package", "law.dsl", "law.// x\ndsl", 2),
                arguments("a comment in what is possible", "$why.possible", "$why.// x\npossible", 21),
                arguments("a comment in an outcome", "Outcome.DENY", "Outcome.// x\nDENY", 23));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tricks")
    void aTrickIsRefusedAtItsLineAndNothingOfItRuns(String what, String part, String instead, int line) {
        refused(RULE.replace(part, instead), line);
        assertThat(Files.exists(RAN)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\",
                "\0",
                "\t",
                "\f",
                "\u0007",
                "\u001b",
                "\u007f",
                "\r",
                "\u0085",
                "\u2028",
                "\u2029",
                "\ufeff",
                "\u200b",
                "\u200e",
                "\u202e",
                "\u2066",
                "\u00ad",
                "\ufffe",
                "\ufdd0",
                "\ud800",
                "\udc00",
                "\ud83f\udffe",
                "\udb40\udc41"
            })
    void aCharacterThatNobodySeesIsRefusedWhereverItStands(String character) {
        refused(RULE.replace("// Art.", "// " + character + "Art."), 7);
        refused(RULE.replace("State and", "State " + character + "and"), 13);
        refused(RULE.replace("    date-effective", character + "    date-effective"), 16);
        refused(character + RULE, 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "国家秘密",
                "𠮷",
                "😀",
                "é",
                "«»",
                "'",
                "`",
                "/* */",
                "//",
                "{}",
                "$",
                "%s",
                "#",
                "(Gate.POST)",
                "?",
                "  "
            })
    void whatEverybodySeesMayStandInCommentsAndTexts(String characters) {
        var book = compiled(RULE.replace("// Art.", "// " + characters).replace("State and", characters + "State and"));

        assertThat(book.rule("DSL-53-1").title().en()).contains(characters + "State and");
        assertThat(denies(book)).isTrue();
    }

    /** Each would once have given a book that denies and an explanation or a description that says something else. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "when // gate in (Gate.NOWHERE)\n",
                "when // gate in (Gate.POST)\n",
                "// gate in (Gate.POST)\nwhen\n",
                "// rule \"DSL-53-1\"\nwhen\n",
                "// end\nwhen // then\n"
            })
    void aCommentChangesNothing(String when) {
        sameAsBefore(RULE.replace("when\n", when));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true) // ,\n        , $why.possible )",
                "true), // ,\n        $why.possible // )\n    )",
                "true), // , $why.possible )\n        $why.possible // ,\n    // )\n    )",
                "true)// , $why.possible )\n, $why . possible\n\n)",
                "true), $why.possible\n\n\n)// , $why.possible )"
            })
    void linesAndCommentsChangeNothing(String possible) {
        sameAsBefore(RULE.replace("true),\n        $why.possible )", possible));
    }

    private static void sameAsBefore(String text) {
        assertThat(text).isNotEqualTo(RULE);
        var question = Cases.question("P0", Gate.ORDER, "{\"product.stateSecret\": true}");
        var lawful = Cases.question("P0", Gate.ORDER, "{}");
        var before = new LawReview(compiled(RULE));
        var after = new LawReview(compiled(text));

        assertThat(after.book().rules()).isEqualTo(before.book().rules());
        assertThat(after.book().rule("DSL-53-1").gates()).containsExactly(Gate.LISTING, Gate.ORDER, Gate.DELIVERY);
        assertThat(after.review(question).findings())
                .isEqualTo(before.review(question).findings());
        assertThat(after.explain(question))
                .isEqualTo(before.explain(question))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.outcome()).isEqualTo(Outcome.DENY);
                    assertThat(one.effect()).isEqualTo(Outcome.DENY);
                });
        assertThat(after.explain(lawful)).isEqualTo(before.explain(lawful)).hasSize(1);
        assertThat(Draft.of(texts(text)).since(texts(RULE)).changed()).isEmpty();
    }

    /** What was let in before still judges: a comment is nothing, whatever it holds. */
    @Test
    void aBookThatWasLetInBeforeIsReadWithoutItsComments() {
        var text = RULE.replace("$why));", "$why)); // \\u000a try{new java.io.File(\"ran\").createNewFile();} //");

        var book = Draft.kept(texts(text)).compiled();

        assertThat(denies(book)).isTrue();
        assertThat(book.digest()).isEqualTo(Draft.of(texts(text)).digest());
        assertThat(Files.exists(RAN)).isFalse();
    }

    @Test
    void anInstrumentHasAPlainName() {
        var texts = texts(RULE);
        texts.put(NAMES, "zh = \\u6570\\u0000\nen = " + "x".repeat(201));

        assertThat(Draft.of(texts).faults()).hasSize(2).allMatch(fault -> fault.file()
                .equals(NAMES));
    }

    private static void refused(String text, int line) {
        assertThat(text).isNotEqualTo(RULE);
        var draft = Draft.of(texts(text));

        assertThat(draft.faults()).isNotEmpty();
        assertThat(draft.faults().getFirst().file()).isEqualTo(FILE);
        assertThat(draft.faults().getFirst().line()).isEqualTo(line);
        assertThat(draft.faults().getFirst().what()).matches(Characters::isPlain);
        assertThatThrownBy(draft::compiled).isInstanceOf(DraftFaults.class);
    }

    private static RuleBook compiled(String text) {
        return Draft.of(texts(text)).compiled();
    }

    private static boolean denies(RuleBook book) {
        var question = Cases.question("P0", Gate.ORDER, "{\"product.stateSecret\": true}");
        return new LawReview(book).review(question).verdict() == Verdict.DENY;
    }

    private static SortedMap<String, String> texts(String text) {
        return new TreeMap<>(Map.of(NAMES, RuleBook.text(NAMES), FILE, text));
    }
}
