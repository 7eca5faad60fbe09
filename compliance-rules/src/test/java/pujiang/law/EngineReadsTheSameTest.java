package pujiang.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pujiang.law.Drl.Voice;

/**
 * Whatever the reader lets pass, the engine's own parsers find the same in what is compiled, and nothing else. Rules changed
 * at random; {@code -Dmutants=100000} tries that many, {@code -Dseed} the same ones again.
 */
class EngineReadsTheSameTest {

    private static final int MUTANTS = Integer.getInteger("mutants", 20_000);
    private static final long SEED = Long.getLong("seed", System.nanoTime());

    /** Every character that is ever compiled; no backslash among them. */
    private static final Pattern PLAIN = Pattern.compile("[ \\n\"$()*,.:;@A-Za-z0-9_-]*");

    @Test
    void theProgramsOwnBookIsCompiledAsItWasRead() {
        var written = RuleBook.written(RuleBook.ownTexts());

        written.forEach((file, rules) -> {
            assertThat(EngineReading.of(RuleBook.text(file))).as(file).isEqualTo(EngineReading.of(rules));
            compiledAsRead(file, rules);
        });
    }

    @Test
    void whateverTheReaderLetsPassTheEngineReadsTheSame() {
        System.out.printf("%d mutants, seed %d%n", MUTANTS, SEED);
        var mutants = new Mutants(new Random(SEED));
        int passed = 0;
        for (int i = 0; i < MUTANTS; i++) passed += holds(mutants.next()) ? 1 : 0;
        System.out.printf("%d passed%n", passed);

        assertThat(passed).isBetween(MUTANTS / 20, MUTANTS * 9 / 10);
    }

    /** Whether the reader lets it pass; it may refuse it, at a line, and do nothing else. */
    private static boolean holds(Mutants.Mutant mutant) {
        try {
            return passes(mutant.file(), mutant.text());
        } catch (RuntimeException | Error e) {
            throw new AssertionError("seed " + SEED + ":\n" + mutant.text(), e);
        }
    }

    private static boolean passes(String file, String text) {
        var fault = Characters.fault(file, text);
        try {
            var rules = RuleFile.read(file, text, Bounds.DRAFT);
            compiledAsRead(file, rules);
            if (fault.isEmpty()) assertThat(EngineReading.of(text)).isEqualTo(EngineReading.of(rules));
            return fault.isEmpty();
        } catch (DraftFault.Found found) {
            var lines = 1 + (int) text.chars().filter(c -> c == '\n').count();
            assertThat(found.fault().line()).isBetween(1, lines);
            assertThat(found.fault().what()).hasSizeLessThan(1_500).matches(Characters::isPlain);
            return false;
        }
    }

    private static void compiledAsRead(String file, List<ParsedRule> rules) {
        var drl = Drl.of(Map.of(file, rules), Voice.IF_POSSIBLE).files().getOrDefault(file, "");
        assertThat(PLAIN.matcher(drl).matches()).isTrue();
        assertThat(EngineReading.of(drl)).isEqualTo(EngineReading.of(rules));
    }

    /** The parser of the engine finds them where they are, so that a book without them has none. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "function void f() { }\n",
                "global java.util.List out\n",
                "declare X end\n",
                "query q() ProposedExchange() end\n",
                "dialect \"mvel\"\n"
            })
    void whatNoRuleHasWouldBeFound(String more) {
        var text = RuleBook.text("dsl/art-53.drl").replace("rule \"DSL-53-1\"", more + "rule \"DSL-53-1\"");

        assertThatThrownBy(() -> EngineReading.of(text)).isInstanceOf(AssertionError.class);
    }
}
