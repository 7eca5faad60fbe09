package pujiang.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
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

        assertThatThrownBy(() -> first.within(SOON)).isInstanceOf(NotInTime.class);

        var second = Draft.of(texts("second"));
        assertThat(Compiler.begin(second::compiled).within(LONG).digest()).isEqualTo(second.digest());
        assertThat(first.isDone()).isTrue();
    }

    private static SortedMap<String, String> texts(String remark) {
        var texts = new TreeMap<>(RuleBook.ownTexts());
        texts.merge("dsl/thresholds.properties", "# " + remark + "\n", String::concat);
        return texts;
    }
}
