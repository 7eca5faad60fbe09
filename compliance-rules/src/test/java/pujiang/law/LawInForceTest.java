package pujiang.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pujiang.compliance.FactSheet;
import pujiang.compliance.Gate;
import pujiang.compliance.ProposedExchange;

/** Which book judges, while books come and go. */
class LawInForceTest {

    private static final Duration LONG = Duration.ofMinutes(2);
    private static final BundledLaw OWN = BundledLaw.begin(LONG, TimeLimit.NONE);
    private static final ProposedExchange QUESTION =
            new ProposedExchange(Gate.ORDER, LocalDate.of(2026, 11, 26), FactSheet.empty());

    private final Shelf shelf = new Shelf();
    private final LawInForce law = new LawInForce(OWN, shelf, TimeLimit.NONE);

    private static final class Shelf implements RuleBookArchive {

        private final Map<String, Map<String, String>> books = new HashMap<>();
        private Optional<Activated> last = Optional.empty();

        @Override
        public Optional<Activated> activated() {
            return last;
        }

        @Override
        public Optional<Map<String, String>> texts(String digest) {
            return Optional.ofNullable(books.get(digest));
        }

        private String keep(String remark) {
            var texts = new HashMap<>(RuleBook.ownTexts());
            texts.merge("dsl/thresholds.properties", "# " + remark + "\n", String::concat);
            return keep(texts);
        }

        private String keep(Map<String, String> texts) {
            var digest = Draft.of(texts).digest();
            books.put(digest, texts);
            return digest;
        }

        private void activate(long number, String digest) {
            last = Optional.of(new Activated(number, digest));
        }
    }

    @Test
    void theProgramsOwnBookJudgesUntilAnotherIsActivated() {
        var other = shelf.keep("other");
        assertThat(law.review(QUESTION).ruleBook()).isEqualTo(own());

        shelf.activate(1, other);
        assertThat(law.review(QUESTION).ruleBook()).as("nobody has looked").isEqualTo(own());
        law.refresh();

        assertThat(law.review(QUESTION).ruleBook()).isEqualTo(other);
        assertThat(law.find(own()).orElseThrow().book().digest()).isEqualTo(own());
    }

    /** As a release before today's bounds has brought it into force. */
    @Test
    void aBookThatIsLargerThanADraftMayBeJudgesOn() {
        var texts = new HashMap<>(RuleBook.ownTexts());
        texts.computeIfPresent("dsl/art-53.drl", (_, text) -> text.replace("State and", "State and ".repeat(500)));
        assertThat(Draft.of(texts).faults()).isNotEmpty();
        var before = shelf.keep(texts);
        shelf.activate(1, before);

        law.refresh();

        assertThat(law.isBehind()).isFalse();
        assertThat(law.review(QUESTION).ruleBook()).isEqualTo(before);
    }

    /** Its digest covered the files alone. */
    @Test
    void aBookThatAnEarlierReleaseHasActivatedJudgesUnderADigestOfAllThatItAnswersBy() {
        var texts = new HashMap<>(RuleBook.ownTexts());
        texts.merge("dsl/thresholds.properties", "# from before\n", String::concat);
        var before = BookDigest.ofFiles(texts);
        shelf.books.put(before, texts);
        shelf.activate(1, before);

        law.refresh();

        var now = Draft.of(texts).digest();
        assertThat(law.digest()).isEqualTo(before);
        assertThat(law.review(QUESTION).ruleBook()).isEqualTo(now).isNotEqualTo(before);
        assertThat(law.find(before)).isEqualTo(law.find(now)).contains(law.ready());
    }

    @Test
    void aDecisionFromBeforeIsFoundWithTheProgramsOwnFiles() {
        var before = BookDigest.ofFiles(RuleBook.ownTexts());

        var found = law.find(before).orElseThrow();

        var again = found.review(QUESTION).under(before);
        assertThat(again.ruleBook()).isEqualTo(before);
        assertThat(again.digest()).isNotEqualTo(law.review(QUESTION).digest());
        assertThat(again.under(own()).digest()).isEqualTo(law.review(QUESTION).digest());
    }

    @Test
    void whoLooksTooLateDoesNotBringTheOldBookBack() {
        var newer = shelf.keep("newer");
        shelf.activate(2, newer);
        law.refresh();
        shelf.activate(1, shelf.keep("older"));

        law.refresh();

        assertThat(law.digest()).isEqualTo(newer);
    }

    @Test
    void aBookThatCannotBeHadAnswersNothing() {
        shelf.activate(1, "sha-256:unknown");

        assertThatThrownBy(() -> law.review(QUESTION)).hasMessageContaining("sha-256:unknown");
        assertThat(law.find("sha-256:unknown")).isEmpty();
    }

    /** Nothing is known, so that every rule is undecided, in all its variants at once. */
    @Test
    void aBookThatIsCompiledAgainAnswersInTheSameBytes() {
        var again = new LawReview(RuleBook.load()).review(QUESTION);

        assertThat(again.canonicalText()).isEqualTo(law.review(QUESTION).canonicalText());
    }

    /** As a database looks when another process has activated a book that this one cannot bring up. */
    @Test
    void theBookBeforeJudgesNothingOnceAnotherIsSeenInForce() {
        assertThat(law.review(QUESTION).ruleBook()).isEqualTo(own());
        shelf.activate(1, "sha-256:elsewhere");

        law.refresh();

        assertThatThrownBy(() -> law.review(QUESTION)).isInstanceOf(RuleBookNotReady.class);
        assertThat(law.isBehind()).isTrue();
        assertThat(law.digest()).isEqualTo("sha-256:elsewhere");
        var other = shelf.keep("found again");
        shelf.activate(2, other);
        law.refresh();
        assertThat(law.isBehind()).isFalse();
        assertThat(law.review(QUESTION).ruleBook()).isEqualTo(other);
    }

    /** One book is begun, sixteen wait, and more are turned away. */
    @Test
    void aBusyCompilerDoesNotLeaveTheBookBeforeJudging() {
        var other = shelf.keep("waits for its turn");
        assertThat(law.review(QUESTION).ruleBook()).isEqualTo(own());
        var gate = new CountDownLatch(1);
        var before = Stream.generate(() -> Compiler.begin(() -> waited(gate)))
                .limit(20)
                .toList();
        shelf.activate(1, other);

        assertThatThrownBy(law::refresh).isInstanceOf(LawTimeout.class);

        assertThatThrownBy(() -> law.review(QUESTION)).isInstanceOf(RuleBookNotReady.class);
        gate.countDown();
        before.stream().filter(work -> !work.hasFailed()).forEach(work -> work.within(LONG));
        law.refresh();
        assertThat(law.review(QUESTION).ruleBook()).isEqualTo(other);
    }

    private static boolean waited(CountDownLatch gate) {
        try {
            return gate.await(LONG.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The process that activates knows it without asking: whoever was reading the database meanwhile does not undo it. */
    @Test
    void whoActivatesABookJudgesByItAtOnceAndByNoOtherIfItCannot() {
        var other = shelf.keep("agreed");
        assertThat(law.digest()).isEqualTo(own());
        assertThat(law.prepare(other)).isTrue();

        law.activated(other);
        law.refresh();
        assertThat(law.review(QUESTION).ruleBook())
                .as("the shelf does not know yet")
                .isEqualTo(other);

        law.activated("sha-256:not-prepared");
        assertThatThrownBy(() -> law.review(QUESTION)).isInstanceOf(RuleBookNotReady.class);
    }

    private static String own() {
        return OWN.ready().book().digest();
    }
}
