package pujiang.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.Then.then;
import static pujiang.trade.Trades.ID;
import static pujiang.trade.Trades.LIFTING;
import static pujiang.trade.Trades.NOW;
import static pujiang.trade.Trades.command;
import static pujiang.trade.Trades.history;

import java.time.Instant;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pujiang.Law;
import pujiang.compliance.Clearance.Lifting;
import pujiang.compliance.Decision;
import pujiang.compliance.FactSheet;
import pujiang.compliance.Gate;
import pujiang.compliance.ProductFacts;
import pujiang.compliance.Trait;
import pujiang.compliance.Verdict;
import pujiang.trade.ExportCounts.Counted;
import pujiang.trade.ReviewEvent.AnswerChanged;
import pujiang.trade.ReviewEvent.ReviewSupported;
import pujiang.trade.TradeEvent.OrderHeld;

/** When one officer is not enough. */
class FourEyesTest {

    private static final Lifting COLLEAGUE = new Lifting("colleague", "agreed", "vault/9");
    private static final Decision OPEN = Trades.decision(Verdict.REQUIRE_REVIEW);

    private final Law law = new Law();
    private final Office office = new Office();

    @ParameterizedTest
    @CsvSource({"requested, TradeAgreed", "delivery-held, DeliveryMade"})
    void fromAPriceOnASecondOfficerMustLookAndNotTheSame(String state, String outcome) {
        law.says(Verdict.REQUIRE_REVIEW);
        office.twoOfficersLookFrom("CNY 100.00");
        var supported = new ReviewSupported(ID, LIFTING, Trades.decision(Verdict.REQUIRE_REVIEW));
        var second = Trades.approve(COLLEAGUE, Trades.KNOWN, OPEN);

        then(at(NOW).given(history(state)).when(command("approve")), "ReviewSupported");
        assertThat(office.done()).containsExactly("count 10000 of delta in 2026");
        then(at(NOW).given(history(state)).andGiven(supported).when(command("approve")), "trade.second-officer-needed");
        then(at(NOW).given(history(state)).andGiven(supported).when(second), outcome);
    }

    @Test
    void whatAnOfficerSupportedWhoseWordIsFrozenIsSupportedByTheNext() {
        law.says(Verdict.REQUIRE_REVIEW);
        office.twoOfficersLookFrom("CNY 100.00");
        var supported = new ReviewSupported(ID, LIFTING, Trades.decision(Verdict.REQUIRE_REVIEW));
        var second = Trades.approve(COLLEAGUE, Trades.KNOWN, OPEN);
        var frozen = new ReviewCommand.Approve(
                ID, second.read(), COLLEAGUE, second.known(), second.exception(), Set.of(LIFTING.officer()));

        then(at(NOW).given(history("requested")).andGiven(supported).when(frozen), "ReviewSupported");
    }

    @Test
    void belowThePriceOneOfficerIsEnough() {
        law.says(Verdict.REQUIRE_REVIEW);
        office.twoOfficersLookFrom("CNY 100.01");

        then(at(NOW).given(history("requested")).when(command("approve")), "TradeAgreed");
    }

    @Test
    void importantDataNeedsTwoOfficersWhateverItCosts() {
        law.says(Verdict.REQUIRE_REVIEW);
        law.calls(Trait.IMPORTANT_DATA);

        then(at(NOW).given(history("requested")).when(command("approve")), "ReviewSupported");
    }

    @Test
    void whatOneOfficerSupportedStillEndsInTime() {
        var supported = new ReviewSupported(ID, LIFTING, Trades.decision(Verdict.REQUIRE_REVIEW));

        then(
                at(Trades.REVIEW_DUE)
                        .given(history("requested"))
                        .andGiven(supported)
                        .when(command("end")),
                "ReviewEscalated");
        then(at(NOW).given(history("requested")).andGiven(supported).when(command("reject")), "ReviewRejected");
    }

    /** An officer is bound to what it has read, whether one is enough or two are needed, at either gate. */
    @ParameterizedTest(name = "{0}, two officers from CNY {1}")
    @CsvSource({"requested, 100.00", "requested, 100.01", "delivery-held, 100.00", "delivery-held, 100.01"})
    void whereTheFactsHaveChangedSinceNothingPassesAndTheOfficersBeginAnew(String state, String from) {
        law.says(Verdict.REQUIRE_REVIEW);
        office.twoOfficersLookFrom("CNY " + from);
        var revised = Trades.KNOWN.with(ProductFacts.SUBJECT_COUNT, 10_001L);
        var gate = state.equals("requested") ? Gate.ORDER : Gate.DELIVERY;
        var now = Law.saying(
                Verdict.REQUIRE_REVIEW,
                gate,
                Trades.TODAY,
                seen(revised).facts().and(counted(10_001)));

        at(NOW).given(history(state))
                .andGiven(new ReviewSupported(ID, LIFTING, OPEN))
                .when(Trades.approve(COLLEAGUE, revised, OPEN))
                .expectEvents(new AnswerChanged(ID, OPEN.digest(), "officer", now));
        assertThat(office.done()).containsExactly("count 10001 of delta in 2026");

        var anew = at(NOW).given(history(state))
                .andGiven(new ReviewSupported(ID, LIFTING, OPEN), new AnswerChanged(ID, OPEN.digest(), "officer", now));
        then(anew.when(Trades.approve(COLLEAGUE, revised, OPEN)), "trade.another-answer");
    }

    /** The second becomes the first, and the first may be the second: both have read the same. */
    @Test
    void whoHasReadTheNewAnswerIsItsFirstOfficerAndWhoeverWasBeforeMayBeItsSecond() {
        law.says(Verdict.REQUIRE_REVIEW);
        office.twoOfficersLookFrom("CNY 100.00");
        var revised = Trades.KNOWN.with(ProductFacts.SUBJECT_COUNT, 10_001L);
        var now = seen(revised);
        var changed = new AnswerChanged(ID, OPEN.digest(), "officer", now);
        var before = new ReviewSupported(ID, LIFTING, OPEN);

        then(
                at(NOW).given(history("requested"))
                        .andGiven(before, changed)
                        .when(Trades.approve(COLLEAGUE, revised, now)),
                "ReviewSupported");
        then(
                at(NOW).given(history("requested"))
                        .andGiven(before, changed, new ReviewSupported(ID, COLLEAGUE, now))
                        .when(Trades.approve(LIFTING, revised, now)),
                "TradeAgreed");
    }

    /** Otherwise every trade of a busy exporter would send its officers back to the beginning. */
    @Test
    void neitherAnotherDayNorAnotherTradesCountIsAnotherAnswer() {
        law.says(Verdict.REQUIRE_REVIEW);
        office.twoOfficersLookFrom("CNY 100.00");
        var earlier = Law.saying(
                Verdict.REQUIRE_REVIEW,
                Gate.ORDER,
                Trades.TODAY.minusDays(3),
                OPEN.facts().and(counted(4)));

        then(
                at(NOW).given(new OrderHeld(ID, Trades.AGREEMENT, earlier, Trades.REVIEW_DUE))
                        .andGiven(new ReviewSupported(ID, LIFTING, earlier))
                        .when(Trades.approve(COLLEAGUE, Trades.KNOWN, earlier)),
                "TradeAgreed");
    }

    @Test
    void whatTheLawLetsPassOrTurnsAwayByItselfAsksNobodyWhatItHasRead() {
        var revised = Trades.KNOWN.with(ProductFacts.SUBJECT_COUNT, 10_001L);
        law.says(Verdict.ALLOW);
        then(at(NOW).given(history("requested")).when(Trades.approve(LIFTING, revised, OPEN)), "TradeAgreed");
        law.says(Verdict.DENY);
        then(at(NOW).given(history("requested")).when(Trades.approve(LIFTING, revised, OPEN)), "OrderRefused");
    }

    private static Decision seen(FactSheet known) {
        return Law.saying(Verdict.REQUIRE_REVIEW, Gate.ORDER, Trades.TODAY, TradePorts.facts(Trades.AGREEMENT, known));
    }

    /** With this trade's share, as the office counts. */
    private static FactSheet counted(long persons) {
        return TradePorts.facts(new Counted(90_000 + persons, 7));
    }

    private FixtureConfiguration<Trade> at(Instant now) {
        return new AggregateTestFixture<>(Trade.class).registerInjectableResource(office.at(now, law));
    }
}
