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
        assertThat(Draft.of(texts("first")).compiled(SOON)).isEmpty();

        assertThatThrownBy(() -> Draft.of(texts("second")).compiled(SOON))
                .isInstanceOf(NotInTime.class)
                .hasMessageContaining("busy");

        var third = Draft.of(texts("third"));
        assertThat(third.compiled(LONG))
                .hasValueSatisfying(book -> assertThat(book.digest()).isEqualTo(third.digest()));
    }

    @Test
    void whatIsWrongWithADraftIsSaidWithoutWaitingForATurn() {
        var texts = texts("faulty");
        texts.put("dsl/art-53.drl", "package law.other");

        assertThatThrownBy(() -> Draft.of(texts).compiled(Duration.ofNanos(1))).isInstanceOf(DraftFaults.class);
    }

    private static SortedMap<String, String> texts(String remark) {
        var texts = new TreeMap<>(RuleBook.ownTexts());
        texts.merge("dsl/thresholds.properties", "# " + remark + "\n", String::concat);
        return texts;
    }
}
