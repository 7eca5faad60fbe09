package pujiang.app.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import pujiang.app.decision.Audience;
import pujiang.app.evaluate.LawSettings;
import pujiang.app.explanation.RuleView;
import pujiang.compliance.FactSheet;
import pujiang.compliance.Gate;
import pujiang.compliance.ProposedExchange;
import pujiang.law.Draft;
import pujiang.law.LawReview;
import pujiang.law.LawTimeout;
import pujiang.law.RuleBook;
import pujiang.web.Drafts;

/** A draft answers in its own process as it would here, and disturbs nobody there. */
@Execution(ExecutionMode.CONCURRENT)
class TrialsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);
    private static final List<ProposedExchange> QUESTIONS = Stream.of(Gate.values())
            .flatMap(gate -> Stream.of(
                            FactSheet.empty(), FactSheet.of(new TreeMap<>(Map.of("product.stateSecret", true))))
                    .map(facts -> new ProposedExchange(gate, DAY, facts)))
            .toList();

    private final Trials trials = new Trials(LawSettings.DEFAULT);

    @AfterEach
    void noMore() {
        trials.close();
    }

    @Test
    void whatIsAskedThereIsAnsweredAsHere() {
        var texts = Drafts.oneRuleMore();
        var here = new LawReview(Draft.of(texts).compiled());
        try (var there = trials.open(texts)) {
            assertThat(there.digest()).isEqualTo(here.book().digest());
            assertThat(there.rules()).isEqualTo(here.book().rules().size());
            assertThat(there.ask(QUESTIONS))
                    .isEqualTo(QUESTIONS.stream()
                            .map(each -> TrialAnswer.of(here.review(each)))
                            .toList());
            for (var question : QUESTIONS) {
                var decision = here.review(question);
                assertThat(there.review(question)).isEqualTo(decision);
                var told = there.explain(question, decision.sources());
                assertThat(told.decision()).isEqualTo(decision);
                // Of variants that ask for the same, the engine's order is another one whenever a book is compiled.
                assertThat(told.rules())
                        .containsExactlyInAnyOrderElementsOf(here.explain(question).stream()
                                .map(one -> RuleView.of(decision, one, Audience.STAFF))
                                .toList());
            }
        }
    }

    @Test
    void aFaultIsToldAsTheCompilerHasIt() {
        var texts = Drafts.oneInstrument();
        texts.computeIfPresent("dsl/art-99.drl", (_, text) -> text.replace("SECRET, false", "SECRET, 5"));

        assertThatThrownBy(() -> trials.open(texts))
                .isInstanceOfSatisfying(TrialFaults.class, faults -> assertThat(faults.faults())
                        .singleElement()
                        .satisfies(fault -> assertThat(fault.file()).isEqualTo("dsl/art-99.drl")));
    }

    /** Two are tried at once, so beside one that never ends another one is, and a third is told to come again. */
    @Test
    void oneThatNeverEndsKeepsNoOtherWaiting() {
        var book = Drafts.oneInstrument();
        try (var endless = trials.begin(HostileProgram.class.getName(), "sha-256:endless")) {
            Thread.startVirtualThread(() -> endless.compile(HostileProgram.told("loop", "")));
            try (var other = trials.open(book)) {
                assertThat(other.ask(QUESTIONS)).hasSameSizeAs(QUESTIONS);
                try (var hurried = new Trials(new LawSettings(Duration.ofSeconds(5), Duration.ofMillis(300)))) {
                    assertThatThrownBy(() -> hurried.open(RuleBook.ownTexts())).isInstanceOf(TrialLate.class);
                }
            }
        }
        try (var next = trials.open(book);
                var another = trials.open(book)) {
            assertThat(next.ask(QUESTIONS)).isEqualTo(another.ask(QUESTIONS));
        }
    }

    @Test
    void moreAtOnceThanThereIsRoomForAreToldToComeAgain() {
        var hurried = new Trials(new LawSettings(Duration.ofSeconds(5), Duration.ofMillis(300)));
        try (hurried;
                var _ = hurried.begin(HostileProgram.class.getName(), "one");
                var _ = hurried.begin(HostileProgram.class.getName(), "two")) {
            assertThatThrownBy(() -> hurried.begin(HostileProgram.class.getName(), "three"))
                    .isInstanceOf(LawTimeout.class);
        }
    }

    /** No process is used for two drafts; for the same book it is. */
    @Test
    void theOneThatIsKeptSpeaksForItsOwnBookOnly() {
        var first = Drafts.oneInstrument();
        var second = Drafts.oneInstrument();
        var question = QUESTIONS.getFirst();

        trials.keep(trials.open(first));
        var again = explained(first, question);
        var other = explained(second, question);

        assertThat(again.decision().ruleBook()).isEqualTo(Draft.of(first).digest());
        assertThat(other.decision().ruleBook()).isEqualTo(Draft.of(second).digest());
    }

    /** What has no fault is replayed next, and need not be compiled once more; whoever replays it has it alone. */
    @Test
    void aBookThatIsKeptIsTriedAgainInItsProcessAndAnotherOneInItsOwn() {
        var first = Drafts.oneInstrument();
        var second = Drafts.oneInstrument();
        var digest = Draft.of(first).digest();
        var before = trials.open(first);

        trials.keep(before);
        try (var other = trials.again(Draft.of(second).digest(), () -> second)) {
            assertThat(other.digest()).isEqualTo(Draft.of(second).digest());
        }
        try (var again = trials.again(digest, Map::of)) {
            assertThat(again).isSameAs(before);
            assertThat(again.ask(QUESTIONS)).hasSameSizeAs(QUESTIONS);
            try (var beside = trials.again(digest, () -> first)) {
                assertThat(beside).isNotSameAs(before);
                assertThat(beside.digest()).isEqualTo(digest);
            }
        }
    }

    @Test
    void ofOneThatHasEndedMeanwhileANewOneIsTried() {
        var book = Drafts.oneInstrument();
        var before = trials.open(book);
        trials.keep(before);
        before.close();

        try (var again = trials.again(before.digest(), () -> book)) {
            assertThat(again).isNotSameAs(before);
            assertThat(again.ask(QUESTIONS)).hasSameSizeAs(QUESTIONS);
        }
    }

    private Trial.Explanation explained(Map<String, String> texts, ProposedExchange question) {
        return trials.explain(Draft.of(texts).digest(), () -> texts, question, Map.of());
    }
}
