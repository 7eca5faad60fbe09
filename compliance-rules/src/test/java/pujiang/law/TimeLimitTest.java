package pujiang.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pujiang.compliance.Decision;
import pujiang.compliance.Gate;
import pujiang.compliance.Outcome;
import pujiang.compliance.ProposedExchange;
import pujiang.compliance.Verdict;
import pujiang.law.Drl.Voice;

/** A book that loops, throws or takes too long leaves the question to an officer, and the next one is not disturbed. */
class TimeLimitTest {

    private static final String FILE = "dsl/art-53.drl";
    private static final ProposedExchange LAWFUL = Cases.question("P0", Gate.ORDER, "{}");
    private static final ProposedExchange SECRET = Cases.question("P0", Gate.ORDER, "{\"product.stateSecret\": true}");

    private final AtomicLong clock = new AtomicLong();

    @Test
    void aBookThatLoopsIsStopped() {
        var looping =
                """
                rule "LOOP-1"
                    date-effective "2020-01-01"
                when
                    $before : Fired( rule == "DSL-53-1" )
                then
                    insert(new Fired("DSL-53-1", Outcome.DENY, Condition.allOf($before.condition())));
                end
                """;
        var law = new LawReview(bookWith(looping));

        assertUndecided(law.review(SECRET), "could not decide");
        assertThat(law.review(LAWFUL).verdict()).isEqualTo(Verdict.ALLOW);
    }

    @Test
    void aBookThatThrowsIsNotAskedFurther() {
        var throwing = rule("gate in (Gate.ORDER), gate.name().substring(99).isEmpty()");
        var law = new LawReview(bookWith(throwing));

        assertUndecided(law.review(LAWFUL), "could not decide");
        assertThat(law.review(Cases.question("P0", Gate.LISTING, "{}")).verdict())
                .isEqualTo(Verdict.ALLOW);
    }

    @Test
    void aSlowConditionEndsAtTheLimit() {
        var law = new LawReview(Cases.LAW.book(), limit(Duration.ofMillis(3), () -> clock.addAndGet(1_000_000)));

        assertUndecided(law.review(SECRET), "did not decide in time");
    }

    @Test
    void aSlowConsequenceEndsAtTheLimit() {
        var waiting = rule("gate in (Gate.ORDER)")
                .replace("then", "then java.util.concurrent.locks.LockSupport.parkNanos(50_000_000L);");
        var many = IntStream.range(0, 40)
                .mapToObj(number -> waiting.replace("WAIT-1", "WAIT-1 " + number))
                .reduce("", String::concat);
        var law = new LawReview(bookWith(many), limit(Duration.ofMillis(200), System::nanoTime));

        long begun = System.nanoTime();
        assertUndecided(law.review(LAWFUL), "did not decide in time");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(1_500));
    }

    @Test
    void anExplanationThatComesTooLateIsNone() {
        var law = new LawReview(Cases.LAW.book(), limit(Duration.ofMillis(3), () -> clock.addAndGet(1_000_000)));

        assertThatThrownBy(() -> law.explain(SECRET)).isInstanceOf(LawTimeout.class);
        assertThat(Cases.LAW.explain(SECRET)).isNotEmpty();
    }

    @Test
    void aBookThatThrowsDoesNotSayWhy() {
        var law = new LawReview(bookWith(rule("gate in (Gate.ORDER), gate.name().substring(99).isEmpty()")));

        assertThatThrownBy(() -> law.explain(LAWFUL)).isInstanceOf(EngineFailed.class);
    }

    @Test
    void theSearchForAFixEndsAtTheLimit() {
        var unknown = Cases.question("P0", Gate.ORDER, "{\"product.stateSecret\": \"?\"}");
        var limit = limit(Duration.ofMillis(1), () -> clock.addAndGet(1_000_000));

        assertThatThrownBy(() -> NearestFix.of(Cases.LAW, unknown, Cases.LAW.review(unknown), limit))
                .isInstanceOf(LawTimeout.class);
    }

    /** By the real clock, of which no book is done in a microsecond. */
    @Test
    void theWholeBookEndsAtTheLimit() {
        var law = new LawReview(Cases.LAW.book(), limit(Duration.ofNanos(1_000), System::nanoTime));

        assertUndecided(law.review(LAWFUL), "did not decide in time");
    }

    @Test
    void afterManyFailuresTheNextQuestionIsAnsweredAsIfNothingHadBeen() {
        var slow = new AtomicLong(1);
        var law = new LawReview(
                Cases.LAW.book(), limit(Duration.ofMillis(1), () -> clock.addAndGet(slow.get() * 1_000_000)));
        for (int i = 0; i < 20; i++) assertUndecided(law.review(SECRET), "did not decide in time");

        slow.set(0);

        for (var example : Cases.examples()) {
            var question = Cases.question(example);
            assertThat(law.review(question)).isEqualTo(Cases.LAW.review(question));
        }
    }

    @Test
    void aLimitIsPositive() {
        assertThatThrownBy(() -> limit(Duration.ZERO, System::nanoTime)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertUndecided(Decision decision, String why) {
        assertThat(decision.verdict()).isEqualTo(Verdict.REQUIRE_REVIEW);
        assertThat(decision.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(LawReview.NO_ANSWER);
            assertThat(finding.outcome()).isEqualTo(Outcome.REQUIRE_REVIEW);
            assertThat(finding.title().en()).contains(why);
        });
    }

    private static TimeLimit limit(Duration most, LongSupplier clock) {
        return new TimeLimit(most, clock);
    }

    /** As no draft may be written: what the engine compiles is not what was read. */
    private static RuleBook bookWith(String rules) {
        var names = "dsl/instrument.properties";
        var texts = new TreeMap<>(Map.of(names, RuleBook.text(names), FILE, RuleBook.text(FILE)));
        var written = RuleBook.written(texts);
        return RuleBook.of(
                texts,
                written,
                with(Drl.of(written, Voice.IF_POSSIBLE), rules),
                with(Drl.of(written, Voice.ALWAYS), rules));
    }

    private static Drl with(Drl drl, String rules) {
        return new Drl(new TreeMap<>(Map.of(FILE, drl.files().get(FILE) + rules)));
    }

    private static String rule(String pattern) {
        return """

                rule "WAIT-1"
                    date-effective "2020-01-01"
                when
                    ProposedExchange( %s )
                then
                end
                """
                .formatted(pattern);
    }
}
