package pujiang.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.Then.then;
import static pujiang.trade.Trades.CONTENT;
import static pujiang.trade.Trades.ID;
import static pujiang.trade.Trades.KNOWN;
import static pujiang.trade.Trades.LIFTING;
import static pujiang.trade.Trades.NOW;
import static pujiang.trade.Trades.SHOWN;
import static pujiang.trade.Trades.command;
import static pujiang.trade.Trades.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pujiang.Law;
import pujiang.compliance.Clearance.Lifting;
import pujiang.compliance.FactSheet;
import pujiang.compliance.FactSource;
import pujiang.compliance.Gate;
import pujiang.compliance.ProductFacts;
import pujiang.compliance.Verdict;
import pujiang.participant.ParticipantId;
import pujiang.refusal.Invalid;
import pujiang.trade.ReviewEvent.DocumentProvided;
import pujiang.trade.ReviewEvent.DocumentRequestWithdrawn;
import pujiang.trade.ReviewEvent.ReviewClaimed;
import pujiang.trade.ReviewEvent.ReviewContinued;
import pujiang.trade.ReviewEvent.ReviewEscalated;
import pujiang.trade.ReviewEvent.ReviewReleased;
import pujiang.trade.ReviewEvent.ReviewSupported;

/** Who works on a review, what the parties are asked for, and what becomes of it when nobody does. */
class ReviewTest {

    private static final Instant CLAIM_ENDS = NOW.plus(Duration.ofHours(8));
    private static final ReviewClaimed BY_COLLEAGUE = new ReviewClaimed(ID, "colleague", CLAIM_ENDS);

    private final Law law = new Law();
    private final Office office = new Office();

    @Test
    void aClaimSaysWhoUntilWhen() {
        at(NOW).given(history("requested"))
                .when(command("claim"))
                .expectEvents(new ReviewClaimed(ID, "officer", CLAIM_ENDS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"claim", "release", "ask", "no longer ask", "approve", "reject"})
    void whatOneOfficerHasClaimedAnotherLeavesAlone(String deed) {
        then(
                at(NOW).given(history("delivery-held")).andGiven(BY_COLLEAGUE).when(command(deed)),
                "trade.claimed-by-another");
        assertThat(office.done()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"claim, ReviewClaimed", "ask, DocumentRequested", "approve, TradeAgreed", "reject, ReviewRejected"})
    void aClaimThatHasEndedKeepsNobodyOut(String deed, String outcome) {
        then(at(CLAIM_ENDS).given(history("requested")).andGiven(BY_COLLEAGUE).when(command(deed)), outcome);
        then(
                at(NOW).given(history("requested"))
                        .andGiven(BY_COLLEAGUE, new ReviewReleased(ID))
                        .when(command(deed)),
                outcome);
    }

    @Test
    void whoeverHasClaimedDecidesProlongsAndGivesBack() {
        var own = new ReviewClaimed(ID, "officer", CLAIM_ENDS);
        then(at(NOW).given(history("requested")).andGiven(own).when(command("approve")), "TradeAgreed");
        then(at(NOW).given(history("requested")).andGiven(own).when(command("claim")), "ReviewClaimed");
        then(at(NOW).given(history("requested")).andGiven(own).when(command("release")), "ReviewReleased");
        then(at(CLAIM_ENDS).given(history("requested")).andGiven(own).when(command("release")), "nothing");
    }

    @Test
    void aSecondPairOfEyesNeedsNoClaimAndTheFirstHasGivenItsUp() {
        law.says(Verdict.REQUIRE_REVIEW);
        office.twoOfficersLookFrom("CNY 100.00");
        var second = Trades.approve(
                new Lifting("third", "agreed", "vault/9"), KNOWN, Trades.decision(Verdict.REQUIRE_REVIEW));
        var supported = new ReviewSupported(ID, LIFTING, Trades.decision(Verdict.REQUIRE_REVIEW));
        var own = new ReviewClaimed(ID, "officer", CLAIM_ENDS);

        then(
                at(NOW).given(history("requested"))
                        .andGiven(supported, BY_COLLEAGUE)
                        .when(second),
                "TradeAgreed");
        then(
                at(NOW).given(history("requested"))
                        .andGiven(own, supported)
                        .when(new ReviewCommand.Claim(ID, "colleague")),
                "ReviewClaimed");
    }

    @Test
    void whatADocumentProvesIsLaidOverWhatIsKnownAndSaysWhereItCameFrom() {
        at(NOW).given(history("requested, a paper asked"))
                .when(command("provide"))
                .expectSuccessfulHandlerExecution();

        var facts = law.asked().getFirst().facts();
        assertThat(facts.stated()).containsEntry("product.subjectCount", 9_000L);
        assertThat(facts.sources().get(FactSource.DOCUMENT))
                .containsExactlyInAnyOrder("product.rightsDispute", "product.subjectCount");
        assertThat(office.done()).first().isEqualTo("count 9000 of delta in 2026");
    }

    @Test
    void whatWasProvenForTheOrderIsStillProvenAtTheDelivery() {
        at(NOW).given(history("requested, a paper asked"))
                .andGiven(shown())
                .andGiven(history("agreed"))
                .when(command("deliver"))
                .expectSuccessfulHandlerExecution();

        assertThat(law.asked().getFirst().facts().answer(ProductFacts.RIGHTS_DISPUTE))
                .isEqualTo(FactSheet.empty()
                        .with(ProductFacts.RIGHTS_DISPUTE, false)
                        .answer(ProductFacts.RIGHTS_DISPUTE));
    }

    @Test
    void aBuyerWithoutMoneyLeavesTheDocumentThereAndTheOrderWaiting() {
        law.says(Verdict.ALLOW);
        office.buyersHaveNoMoney();

        then(
                at(NOW).given(history("requested, a paper asked")).when(command("provide")),
                "DocumentProvided and ReviewContinued");
        then(
                at(NOW).given(history("requested, a paper asked"))
                        .andGiven(shown())
                        .when(command("approve")),
                "trade.insufficient-funds");
    }

    @Test
    void theSameAnswerAgainChangesNothingAndAnotherIsRefused() {
        var other = FactSheet.of(Map.of("product.rightsDispute", true, "product.subjectCount", 9_000));

        then(
                at(NOW).given(history("requested, a paper asked"))
                        .andGiven(shown())
                        .when(command("provide")),
                "nothing");
        then(
                at(NOW).given(history("requested, a paper asked"))
                        .andGiven(shown())
                        .when(provide(1, "delta", other)),
                "trade.document-provided-already");
    }

    @ParameterizedTest
    @CsvSource({"2, delta", "1, lion"})
    void onlyWhoWasAskedAnswersAndOnlyWhatWasAsked(int number, String by) {
        then(
                at(NOW).given(history("requested, a paper asked")).when(provide(number, by, SHOWN)),
                "trade.document-not-asked");
    }

    @Test
    void anAnswerStatesAllThatWasAskedAndNothingElse() {
        invalid(provide(1, "delta", SHOWN.without(ProductFacts.RIGHTS_DISPUTE)), "field.required");
        invalid(provide(1, "delta", SHOWN.with(ProductFacts.STATE_SECRET, false)), "fact.not-asked");
    }

    @ParameterizedTest
    @CsvSource({"VENDOR, buyer.foreignControlled", "BUYER, product.rightsDispute", "VENDOR, price.amount"})
    void nobodyIsAskedToProveWhatIsAnothersToSay(TradeParty tradeParty, String fact) {
        at(NOW).given(history("requested"))
                .when(new ReviewCommand.RequestDocument(
                        ID, "officer", new RequestedEvidence(tradeParty, List.of(fact), "a paper")))
                .expectException(Invalid.class)
                .expectExceptionMessage("facts.0 cannot be proven by this party: see docs/facts.md");
    }

    @Test
    void aNewDocumentTakesBackWhatAnOfficerSaidWithoutIt() {
        law.says(Verdict.REQUIRE_REVIEW);
        office.twoOfficersLookFrom("CNY 100.00");
        var facts = KNOWN.and(SHOWN);
        var open =
                Law.saying(Verdict.REQUIRE_REVIEW, Gate.ORDER, Trades.TODAY, TradePorts.facts(Trades.AGREEMENT, facts));

        then(
                at(NOW).given(history("requested, a paper asked"))
                        .andGiven(new ReviewSupported(ID, LIFTING, open), shown(), new ReviewContinued(ID, open))
                        .when(Trades.approve(new Lifting("colleague", "agreed", "vault/9"), facts, open)),
                "ReviewSupported");
    }

    @Test
    void aRequestEndsWithItsReview() {
        then(
                at(NOW).given(history("requested, a paper asked"))
                        .andGiven(history("delivery-held"))
                        .when(command("provide")),
                "trade.document-not-asked");
    }

    @Test
    void aRequestThatIsTakenBackIsOwedNoLongerAndTheReviewGoesOn() {
        at(NOW).given(history("requested, a paper asked"))
                .when(command("no longer ask"))
                .expectEvents(new DocumentRequestWithdrawn(ID, 1, TradeParty.VENDOR, "found elsewhere"));
        then(withdrawn().when(command("provide")), "trade.document-not-asked");
        then(withdrawn().when(command("no longer ask")), "nothing");
        then(withdrawn().when(command("approve")), "TradeAgreed");
        withdrawn().when(command("ask")).expectEvents(new ReviewEvent.DocumentRequested(ID, 2, Trades.ASKING));
    }

    @Test
    void itIsTakenBackAtEitherGateWhileTheReviewIsNotOverdue() {
        for (var state : List.of("requested, a paper asked", "delivery-held, a paper asked")) {
            var last = Trades.REVIEW_DUE.minusNanos(1);
            then(at(last).given(history(state)).when(command("no longer ask")), "DocumentRequestWithdrawn");
            then(at(Trades.REVIEW_DUE).given(history(state)).when(command("no longer ask")), "trade.wrong-state");
        }
    }

    @Test
    void whatHasBeenShownIsNotTakenBack() {
        then(
                at(NOW).given(history("requested, a paper asked"))
                        .andGiven(shown())
                        .when(command("no longer ask")),
                "trade.document-provided-already");
        then(
                at(NOW).given(history("requested, a paper asked"))
                        .andGiven(history("delivery-held"))
                        .when(command("no longer ask")),
                "trade.document-not-asked");
    }

    @Test
    void escalatedItWaitsOnAndEveryDeedIsOpenAsBefore() {
        at(Trades.REVIEW_DUE)
                .given(history("requested"))
                .when(command("end"))
                .expectEvents(new ReviewEscalated(ID, Trades.ESCALATION_DUE));
        then(
                at(Trades.ESCALATION_DUE.minusNanos(1))
                        .given(history("requested, escalated"))
                        .when(command("approve")),
                "TradeAgreed");
        then(
                at(Trades.ESCALATION_DUE).given(history("requested, escalated")).when(command("approve")),
                "trade.wrong-state");
    }

    private TestExecutor<Trade> withdrawn() {
        return at(NOW).given(history("requested, a paper asked"))
                .andGiven(new DocumentRequestWithdrawn(ID, 1, TradeParty.VENDOR, "found elsewhere"));
    }

    private static DocumentProvided shown() {
        return new DocumentProvided(ID, 1, TradeParty.VENDOR, CONTENT, SHOWN);
    }

    private static TradeCommand provide(int number, String by, FactSheet facts) {
        return new ReviewCommand.ProvideDocument(ID, number, new ParticipantId(by), CONTENT, facts, KNOWN);
    }

    private void invalid(TradeCommand command, String code) {
        at(NOW).given(history("requested, a paper asked"))
                .when(command)
                .expectNoEvents()
                .expectException(Invalid.class)
                .expectException(org.axonframework.test.matchers.Matchers.predicate((Object thrown) ->
                        thrown instanceof Invalid invalid && invalid.code().equals(code)));
    }

    private FixtureConfiguration<Trade> at(Instant now) {
        return new AggregateTestFixture<>(Trade.class).registerInjectableResource(office.at(now, law));
    }
}
