package pujiang.web.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import pujiang.law.Draft;
import pujiang.law.DraftFault;
import pujiang.law.NotInTime;
import pujiang.law.RuleBook;
import pujiang.web.Drafts;
import pujiang.web.wiring.LawSettings;

/** A draft that takes its time is refused, as far as possible with the file that takes it. */
class DraftTrialTest {

    private static final SortedMap<String, String> OWN = RuleBook.ownTexts();

    /** The program's own book compiles in seconds. */
    private static final LawSettings HURRIED = new LawSettings(Duration.ofSeconds(5), Duration.ofMillis(300));

    @Test
    void theOneFileThatWasChangedIsNamed() throws Exception {
        assertThat(faults(Drafts.oneRuleMore())).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo("dsl/art-99.drl");
            assertThat(fault.line()).isZero();
            assertThat(fault.what()).contains("does not compile within 0.3 s");
        });
    }

    @Test
    void ofSeveralNoneIsGuessed() throws Exception {
        var texts = new TreeMap<>(Drafts.oneRuleMore());
        texts.merge("dsl/art-53.drl", "\n", String::concat);

        assertThat(faults(texts)).singleElement().satisfies(fault -> assertThat(fault.file())
                .isEqualTo("."));
    }

    @Test
    void casesThatTakeTooLongAreNotAllAsked() {
        var lines = Drafts.oneRuleMore().getOrDefault(Draft.CASES, "").lines().toList();
        var settings = new LawSettings(Duration.ofSeconds(5), Duration.ofNanos(1));

        var faults = DraftCases.faults(Draft.of(OWN).compiled(), lines, Set.of(), settings);

        assertThat(faults.getLast().what()).contains("is not asked");
        assertThat(faults.getLast().line()).isLessThanOrEqualTo(lines.size());
    }

    /** A test before this one may have left the compiler busy, of which nobody makes a fault. */
    private static List<DraftFault> faults(SortedMap<String, String> texts) throws InterruptedException {
        for (int attempt = 0; attempt < 200; attempt++) {
            try {
                return new DraftTrial(Draft::compiled, HURRIED).faults(texts, OWN);
            } catch (NotInTime _) {
                Thread.sleep(100);
            }
        }
        throw new AssertionError("the compiler does not come free");
    }
}
