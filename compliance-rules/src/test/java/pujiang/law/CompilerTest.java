package pujiang.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whoever waits for a book can leave, and takes nobody's turn. */
class CompilerTest {

    private static final Duration SOON = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofMinutes(2);

    /** The program's own book compiles in seconds. */
    @Test
    void whatTakesTooLongIsLeftToItselfAndTheNextOneHasItsTurnAfterwards() {
        var first = Compiler.begin(() -> Draft.of(texts("first")).compiled());

        assertThatThrownBy(() -> first.within(SOON)).isInstanceOf(LawTimeout.class);

        var second = Draft.of(texts("second"));
        assertThat(Compiler.begin(second::compiled).within(LONG).digest()).isEqualTo(second.digest());
        assertThat(first.isDone()).isTrue();
    }

    /** No draft has such a rule; if ever one had, its author would know which. */
    @Test
    void aRuleThatTheEngineRefusesIsNamedByItsLine() {
        var sound = RuleFile.read("dsl/art-53.drl", RuleBook.text("dsl/art-53.drl"), Bounds.DRAFT)
                .getFirst();
        var broken = new ParsedRule(
                "dsl/art-54.drl",
                7,
                "DSL-54-1",
                sound.tags(),
                sound.from(),
                sound.to(),
                sound.gates(),
                new Clause.Test("isNothing", List.of()),
                sound.outcome());
        var rules = Map.of(sound.file(), List.of(sound), broken.file(), List.of(broken));

        assertThatThrownBy(() -> RuleBook.compile(Drl.of(rules, Drl.Voice.IF_POSSIBLE)))
                .isInstanceOfSatisfying(IllegalStateException.class, failure -> assertThat(
                                CompilerFaults.in(List.of(sound, broken), failure))
                        .singleElement()
                        .satisfies(fault ->
                                assertThat(fault.toString()).startsWith("dsl/art-54.drl:7: compilation failed: ")));
    }

    private static SortedMap<String, String> texts(String remark) {
        var texts = new TreeMap<>(RuleBook.ownTexts());
        texts.merge("dsl/thresholds.properties", "# " + remark + "\n", String::concat);
        return texts;
    }
}
