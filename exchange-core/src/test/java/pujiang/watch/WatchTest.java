package pujiang.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.Then.then;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pujiang.Law;
import pujiang.compliance.Clearance.Lifting;
import pujiang.compliance.ComplianceReview;
import pujiang.compliance.Decision;
import pujiang.compliance.FactSheet;
import pujiang.compliance.Gate;
import pujiang.compliance.Verdict;
import pujiang.listing.ListingId;
import pujiang.listing.Purpose;
import pujiang.listing.Terms;
import pujiang.participant.ParticipantId;
import pujiang.participant.Seat;
import pujiang.product.ProductId;
import pujiang.trade.Agreement;
import pujiang.trade.DeclaredUse;
import pujiang.trade.TradeId;
import pujiang.watch.WatchCommand.AskAfterwards;
import pujiang.watch.WatchCommand.Resolve;
import pujiang.watch.WatchEvent.AfterwardsJudged;
import pujiang.watch.WatchEvent.AfterwardsResolved;

class WatchTest {

    private static final Instant NOW = Instant.parse("2026-11-22T16:30:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final TradeId TRADE = new TradeId("pm25-trade");
    private static final FactSheet KNOWN = FactSheet.of(Map.of("product.grade", "GENERAL"));
    private static final AskAfterwards ASK = new AskAfterwards(TRADE, agreement(), KNOWN);

    private static final Lifting BY = new Lifting("officer", "no incident is known", "vault/9");

    private final Law law = new Law();
    private final FixtureConfiguration<Watch> fixture = new AggregateTestFixture<>(Watch.class);

    @BeforeEach
    void aLawAndAClock() {
        fixture.registerInjectableResource((ComplianceReview) law);
        fixture.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void theFirstAnswerIsRecordedWhateverItIs() {
        then(fixture.givenNoPriorActivity().when(ASK), "AfterwardsJudged");

        assertThat(law.asked().getFirst().gate()).isEqualTo(Gate.POST);
        assertThat(law.asked().getFirst().on()).isEqualTo(TODAY);
    }

    @Test
    void theSameAnswerOnAnotherDayIsNoNews() {
        var yesterday = Law.saying(Verdict.ALLOW, Gate.POST, TODAY.minusDays(1), KNOWN);

        then(fixture.given(new AfterwardsJudged(TRADE, agreement(), yesterday)).when(ASK), "nothing");
    }

    @ParameterizedTest
    @CsvSource({"REQUIRE_REVIEW, AfterwardsResolved", "DENY, AfterwardsResolved"})
    void anOfficerResolvesWhatTheLawHasLeftOpen(Verdict verdict, String outcome) {
        var open = Law.saying(verdict, Gate.POST, TODAY, KNOWN);

        then(fixture.given(judged(open)).when(resolving(open)), outcome);
    }

    @Test
    void onlyTheAnswerThatWasReadIsResolvedAndOnlyOnce() {
        var open = Law.saying(Verdict.REQUIRE_REVIEW, Gate.POST, TODAY, KNOWN);
        var older = Law.saying(Verdict.DENY, Gate.POST, TODAY.minusDays(9), KNOWN);
        var resolved = new AfterwardsResolved(TRADE, open.digest(), BY);
        var decided = new Decision(Verdict.ALLOW, Gate.POST, TODAY, List.of(), List.of(), "sha-256:rules", KNOWN);

        then(fixture.given(judged(older), judged(open)).when(resolving(older)), "watch.answer-changed");
        then(fixture.given(judged(open), resolved).when(resolving(open)), "watch.nothing-open");
        then(fixture.given(judged(open), judged(decided)).when(resolving(open)), "watch.nothing-open");
        then(fixture.givenNoPriorActivity().when(resolving(open)), "watch.nothing-open");
    }

    @Test
    void whatWasResolvedIsNoNewsWhenTheLawSaysItAgain() {
        var open = Law.saying(Verdict.REQUIRE_REVIEW, Gate.POST, TODAY.minusDays(1), KNOWN);
        law.says(Verdict.REQUIRE_REVIEW);

        then(
                fixture.given(judged(open), new AfterwardsResolved(TRADE, open.digest(), BY))
                        .when(ASK),
                "nothing");
    }

    /** Or else a resolution would hide what has come to be open since. */
    @Test
    void whatTheLawLeavesOpenForWantOfAnotherFactIsNews() {
        var missing = List.of("incident.level");
        var other = new Decision(Verdict.REQUIRE_REVIEW, Gate.POST, TODAY, List.of(), missing, "sha-256:rules", KNOWN);
        law.says(Verdict.REQUIRE_REVIEW);

        then(
                fixture.given(judged(other), new AfterwardsResolved(TRADE, other.digest(), BY))
                        .when(ASK),
                "AfterwardsJudged");
    }

    private static AfterwardsJudged judged(Decision decision) {
        return new AfterwardsJudged(TRADE, agreement(), decision);
    }

    private static Resolve resolving(Decision decision) {
        return new Resolve(TRADE, decision.digest(), BY);
    }

    private static Agreement agreement() {
        var terms = new Terms(
                Money.parse("CNY 100.00"),
                Set.of(Purpose.RESEARCH),
                Set.of(Seat.MAINLAND),
                365,
                LocalDate.of(2027, 12, 31));
        return new Agreement(
                new ListingId("pm25-offer"),
                1,
                new ProductId("pm25-hourly"),
                new ParticipantId("delta-air"),
                new ParticipantId("lake-labs"),
                terms,
                new DeclaredUse(Purpose.RESEARCH, "air study"),
                TODAY);
    }
}
