package pujiang.app.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import pujiang.app.evaluate.LawSettings;
import pujiang.app.trial.TrialAnswer;
import pujiang.app.trial.Trials;
import pujiang.compliance.ProposedExchange;
import pujiang.law.Draft;
import pujiang.law.DraftFault;
import pujiang.law.LawReview;
import pujiang.law.RuleBook;
import pujiang.web.Drafts;

/** A draft that takes its time is refused, as far as possible with the file that takes it. */
@Execution(ExecutionMode.CONCURRENT)
class DraftTrialTest {

    private static final SortedMap<String, String> OWN = RuleBook.ownTexts();

    /** The program's own book compiles in seconds. */
    private static final LawSettings HURRIED = new LawSettings(Duration.ofSeconds(5), Duration.ofMillis(300));

    @Test
    void theOneFileThatWasChangedIsNamed() {
        assertThat(faults(Drafts.oneRuleMore())).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo("dsl/art-99.drl");
            assertThat(fault.line()).isZero();
            assertThat(fault.what()).contains("does not compile within 0.3 s");
        });
    }

    @Test
    void ofSeveralNoneIsGuessed() {
        var texts = new TreeMap<>(Drafts.oneRuleMore());
        texts.merge("dsl/art-53.drl", "\n", String::concat);

        assertThat(faults(texts)).singleElement().satisfies(fault -> assertThat(fault.file())
                .isEqualTo("."));
    }

    /** It took the compiler for ever once, and with it every draft that came after. */
    @Test
    void aDraftThatIsNestedDeeplyIsDoneInItsTimeAndSoIsTheNextOne() {
        var deep = Drafts.oneInstrument();
        var condition = "is(this, ProductFacts.STATE_SECRET, false)";
        deep.computeIfPresent(
                "dsl/art-99.drl",
                (_, text) -> text.replace(condition, "allOf(".repeat(31) + condition + ")".repeat(31)));
        var settings = new LawSettings(Duration.ofSeconds(5), Duration.ofSeconds(20));
        try (var trials = new Trials(settings)) {
            var told = new DraftTrial(trials, settings).faults(deep, OWN);

            assertThat(told).allSatisfy(fault -> assertThat(fault.file()).isEqualTo("dsl/art-99.drl"));
        }
        try (var trials = new Trials(LawSettings.DEFAULT)) {
            assertThat(new DraftTrial(trials, LawSettings.DEFAULT).faults(Drafts.oneInstrument(), OWN))
                    .isEmpty();
        }
    }

    /** Were there no process of it, a book without a file would be compiled here. */
    @Test
    void aDraftWithoutFaultIsReplayedByTheProcessThatHasTriedIt() {
        var texts = Drafts.oneInstrument();
        try (var trials = new Trials(LawSettings.DEFAULT)) {
            assertThat(new DraftTrial(trials, LawSettings.DEFAULT).faults(texts, OWN))
                    .isEmpty();

            try (var trial = trials.again(Draft.of(texts).digest(), Map::of)) {
                assertThat(trial.rules()).isPositive();
            }
        }
    }

    @Test
    void casesThatTakeTooLongAreNotAllAsked() {
        var lines = Drafts.oneRuleMore().getOrDefault(Draft.CASES, "").lines().toList();
        var settings = new LawSettings(Duration.ofSeconds(5), Duration.ofNanos(1));

        var faults = DraftCases.faults(DraftTrialTest::asked, lines, Set.of(), settings);

        assertThat(faults.getLast().what()).contains("is not asked");
        assertThat(faults.getLast().line()).isLessThanOrEqualTo(lines.size());
    }

    private static List<TrialAnswer> asked(List<ProposedExchange> questions) {
        var law = new LawReview(Draft.of(OWN).compiled());
        return questions.stream()
                .map(question -> TrialAnswer.of(law.review(question)))
                .toList();
    }

    private static List<DraftFault> faults(SortedMap<String, String> texts) {
        try (var trials = new Trials(HURRIED)) {
            return new DraftTrial(trials, HURRIED).faults(texts, OWN);
        }
    }
}
