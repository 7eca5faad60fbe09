package pujiang.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.predicate;
import static pujiang.Then.then;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pujiang.Law;
import pujiang.compliance.Clearance.Lifting;
import pujiang.compliance.ComplianceReview;
import pujiang.compliance.Decision;
import pujiang.compliance.FactSheet;
import pujiang.compliance.FactSource;
import pujiang.compliance.Gate;
import pujiang.compliance.IncidentFacts.Level;
import pujiang.compliance.Traits;
import pujiang.compliance.Verdict;
import pujiang.listing.ListingId;
import pujiang.listing.PricePlan;
import pujiang.listing.Purpose;
import pujiang.listing.Terms;
import pujiang.participant.Jurisdiction;
import pujiang.participant.ParticipantId;
import pujiang.product.ProductId;
import pujiang.refusal.Invalid;
import pujiang.trade.Agreement;
import pujiang.trade.DeclaredUse;
import pujiang.trade.TradeId;
import pujiang.watch.WatchCommand.AskAfterwards;
import pujiang.watch.WatchCommand.ChangePurpose;
import pujiang.watch.WatchCommand.ReportIncident;
import pujiang.watch.WatchCommand.Resolve;
import pujiang.watch.WatchEvent.AfterwardsJudged;
import pujiang.watch.WatchEvent.AfterwardsResolved;
import pujiang.watch.WatchEvent.IncidentReported;
import pujiang.watch.WatchEvent.PurposeChanged;

class WatchTest {

    private static final Instant NOW = Instant.parse("2026-11-22T16:30:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final TradeId TRADE = new TradeId("pm25-trade");
    private static final FactSheet KNOWN = FactSheet.of(Map.of("product.grade", "GENERAL"));
    private static final AskAfterwards ASK = new AskAfterwards(TRADE, agreement(), KNOWN);

    private static final Lifting BY = new Lifting("officer", "no incident is known", "vault/9");

    /** Known for more than four hours, by a minute. */
    private static final IncidentReport LEAK = report(NOW.minus(241, ChronoUnit.MINUTES));

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
        var decided = new Decision(
                Verdict.ALLOW, Gate.POST, TODAY, List.of(), List.of(), "sha-256:rules", KNOWN, Traits.NONE);

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
        var other = new Decision(
                Verdict.REQUIRE_REVIEW, Gate.POST, TODAY, List.of(), missing, "sha-256:rules", KNOWN, Traits.NONE);
        law.says(Verdict.REQUIRE_REVIEW);

        then(
                fixture.given(judged(other), new AfterwardsResolved(TRADE, other.digest(), BY))
                        .when(ASK),
                "AfterwardsJudged");
    }

    /** Each side must report at once, so that silence is an answer too; it is the exchange's, not theirs. */
    @Test
    void theLawHearsThatThereWasNoIncidentWhileNobodyHasReportedOne() {
        then(fixture.givenNoPriorActivity().when(ASK), "AfterwardsJudged");

        assertThat(heard())
                .containsEntry("incident.piLeak", false)
                .containsEntry("incident.level", Level.NONE)
                .containsEntry("use.purposeChanged", false)
                .doesNotContainKeys("incident.hoursKnown", "incident.reported", "incident.subjectsNotified");
        assertThat(law.asked().getFirst().facts().sources().get(FactSource.EXCHANGE))
                .contains("incident.piLeak", "incident.level", "use.purposeChanged");
    }

    @Test
    void whoeverReportsAnIncidentHasTheLawAskedAtOnceOnWhatItSays() {
        then(fixture.givenNoPriorActivity().when(reporting(LEAK)), "IncidentReported and AfterwardsJudged");

        assertThat(heard())
                .containsEntry("incident.piLeak", true)
                .containsEntry("incident.level", Level.LARGER)
                .containsEntry("incident.hoursKnown", 5L)
                .containsEntry("incident.reported", false)
                .containsEntry("incident.subjectsNotified", false);
        assertThat(law.asked().getFirst().facts().sources().get(FactSource.VENDOR))
                .contains("incident.piLeak", "incident.level", "incident.hoursKnown");
    }

    @Test
    void theNewestReportHoldsAndIsAskedAboutOnLaterDaysToo() {
        var reported = new IncidentReport(FactSource.BUYER, "stopped", false, null, NOW, true, true);

        then(
                fixture.given(new IncidentReported(TRADE, LEAK), new IncidentReported(TRADE, reported))
                        .when(ASK),
                "AfterwardsJudged");

        assertThat(heard())
                .containsEntry("incident.piLeak", false)
                .containsEntry("incident.hoursKnown", 0L)
                .containsEntry("incident.reported", true)
                .doesNotContainKey("incident.level");
    }

    /** Or else a second incident would be owed for by nobody, once the first was met. */
    @Test
    void aReportIsJudgedAnewThoughTheLawSaysTheSame() {
        var before = Law.saying(Verdict.ALLOW, Gate.POST, TODAY, KNOWN);

        then(
                fixture.given(judged(before), new IncidentReported(TRADE, LEAK), judged(before))
                        .when(reporting(LEAK)),
                "IncidentReported and AfterwardsJudged");
    }

    @ParameterizedTest(name = "{0} h before now, delivered {1} h before now: {2}")
    @CsvSource({"0, 0, accepted", "2, 2, accepted", "-1, 2, date.in-the-future", "3, 2, date.before-the-delivery"})
    void anIncidentIsOfTheTimeSinceTheDelivery(int known, int delivered, String outcome) {
        var report = report(NOW.minus(known, ChronoUnit.HOURS));
        var command = new ReportIncident(TRADE, agreement(), KNOWN, NOW.minus(delivered, ChronoUnit.HOURS), report);

        var result = fixture.givenNoPriorActivity().when(command);

        if (outcome.equals("accepted")) then(result, "IncidentReported and AfterwardsJudged");
        else
            result.expectNoEvents()
                    .expectException(predicate(thrown ->
                            thrown instanceof Invalid invalid && invalid.code().equals(outcome)));
    }

    /** Who writes by hand writes no seconds. */
    @Test
    void theMinuteOfTheDeliveryIsNotBeforeIt() {
        var delivered = NOW.minusSeconds(20);
        var command = new ReportIncident(TRADE, agreement(), KNOWN, delivered, report(NOW.minusSeconds(60)));

        then(fixture.givenNoPriorActivity().when(command), "IncidentReported and AfterwardsJudged");
    }

    @Test
    void aPurposeThatTheBuyerHasChangedStaysChanged() {
        var change = new ChangePurpose(TRADE, agreement(), KNOWN, "a model that is sold");

        then(fixture.givenNoPriorActivity().when(change), "PurposeChanged and AfterwardsJudged");
        assertThat(heard()).containsEntry("use.purposeChanged", true).containsEntry("incident.piLeak", false);
        assertThat(law.asked().getFirst().facts().sources().get(FactSource.BUYER))
                .contains("use.purposeChanged");

        then(
                fixture.given(new PurposeChanged(TRADE, "a model"), new IncidentReported(TRADE, LEAK))
                        .when(ASK),
                "AfterwardsJudged");
        assertThat(heard()).containsEntry("use.purposeChanged", true).containsEntry("incident.piLeak", true);
    }

    /** Of a report of doubt the law decides nothing, and an officer looks at it. */
    @Test
    void whatNobodyKnowsYetTheLawIsNotTold() {
        var doubt = new IncidentReport(FactSource.BUYER, "a disk is missing", null, null, NOW, false, false);

        then(fixture.givenNoPriorActivity().when(reporting(doubt)), "IncidentReported and AfterwardsJudged");

        assertThat(heard()).doesNotContainKeys("incident.piLeak", "incident.level");
    }

    private Map<String, @Nullable Object> heard() {
        return law.asked().getLast().facts().stated();
    }

    private static IncidentReport report(Instant since) {
        return new IncidentReport(FactSource.VENDOR, "a copy was public", true, Level.LARGER, since, false, false);
    }

    private static ReportIncident reporting(IncidentReport report) {
        return new ReportIncident(TRADE, agreement(), KNOWN, NOW.minus(9, ChronoUnit.HOURS), report);
    }

    private static AfterwardsJudged judged(Decision decision) {
        return new AfterwardsJudged(TRADE, agreement(), decision);
    }

    private static Resolve resolving(Decision decision) {
        return new Resolve(TRADE, decision.digest(), BY);
    }

    private static Agreement agreement() {
        var terms = new Terms(
                PricePlan.of(Money.parse("CNY 100.00")),
                Set.of(Purpose.RESEARCH),
                Set.of(Jurisdiction.MAINLAND),
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
