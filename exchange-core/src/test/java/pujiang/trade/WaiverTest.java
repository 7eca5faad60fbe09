package pujiang.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.Then.then;
import static pujiang.trade.Trades.ID;
import static pujiang.trade.Trades.KNOWN;
import static pujiang.trade.Trades.LIFTING;
import static pujiang.trade.Trades.NOW;
import static pujiang.trade.Trades.TODAY;
import static pujiang.trade.Trades.command;
import static pujiang.trade.Trades.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pujiang.compliance.Bilingual;
import pujiang.compliance.ComplianceReview;
import pujiang.compliance.Decision;
import pujiang.compliance.Finding;
import pujiang.compliance.Gate;
import pujiang.compliance.Outcome;
import pujiang.compliance.ProposedExchange;
import pujiang.compliance.Traits;
import pujiang.compliance.Verdict;
import pujiang.refusal.Invalid;

/** What an officer's exception lets pass, and what it never does. */
class WaiverTest {

    private static final Bilingual TEXT = new Bilingual("文", "text");
    private static final Waiver WAIVER = new Waiver(Waiver.Scope.TRADE, List.of("A-1", "B-2"), TODAY, LIFTING);

    private final Office office = new Office();

    @ParameterizedTest(name = "{0} by {1}: {2}")
    @CsvSource(
            textBlock =
                    """
            REQUIRE_REVIEW, A-1 B-2,     TradeAgreed
            REQUIRE_REVIEW, B-2 A-1,     TradeAgreed
            REQUIRE_REVIEW, A-1,         OrderHeld
            REQUIRE_REVIEW, A-1 B-2 C-3, OrderHeld
            REQUIRE_REVIEW, ,            OrderHeld
            DENY,           A-1 B-2,     OrderRefused
            """)
    void itLiftsWhatItWasGrantedForAndNothingElse(Verdict verdict, String rules, String outcome) {
        office.hasGranted(new GrantedWaivers.Granted(ID, WAIVER));

        then(at(verdict, rules).givenNoPriorActivity().when(command("order")), outcome);
    }

    @Test
    void theClearanceNamesTheExceptionAndWhoGrantedIt() {
        office.hasGranted(new GrantedWaivers.Granted(ID, WAIVER));

        at(Verdict.REQUIRE_REVIEW, "A-1 B-2")
                .given(history("agreed"))
                .when(command("deliver"))
                .expectSuccessfulHandlerExecution();

        assertThat(office.done()).contains("receipt officer");
        assertThat(new GrantedWaivers.Granted(ID, WAIVER).lifting().ground())
                .isEqualTo("seen the contract (例外 exception granted in persons-for-lion, until 2026-11-23)");
    }

    @Test
    void afterItsLastDayItIsOverAndWhereTwoMustLookItIsNotEnough() {
        var past = new Waiver(Waiver.Scope.TRADE, List.of("A-1"), TODAY.minusDays(1), LIFTING);
        office.hasGranted(new GrantedWaivers.Granted(ID, past));
        then(at(Verdict.REQUIRE_REVIEW, "A-1").givenNoPriorActivity().when(command("order")), "OrderHeld");

        office.hasGranted(new GrantedWaivers.Granted(ID, WAIVER));
        office.twoOfficersLookFrom("CNY 100.00");
        then(at(Verdict.REQUIRE_REVIEW, "A-1 B-2").givenNoPriorActivity().when(command("order")), "OrderHeld");
    }

    @Test
    void itIsGrantedWithAnApprovalForTheRulesThatAsked() {
        var read = asking("B-2 A-1");
        var held = new TradeEvent.OrderHeld(ID, Trades.AGREEMENT, read, Trades.REVIEW_DUE);
        then(
                at(Verdict.REQUIRE_REVIEW, "B-2 A-1").given(held).when(approve(TODAY, read)),
                "TradeAgreed and ExceptionGranted");
        then(at(Verdict.REQUIRE_REVIEW, "B-2").given(held).when(approve(TODAY, read)), "AnswerChanged");
        then(at(Verdict.ALLOW, "").given(held).when(approve(TODAY, read)), "TradeAgreed");
        then(at(Verdict.DENY, "A-1").given(held).when(approve(TODAY, read)), "OrderRefused");
    }

    @Test
    void itIsRevokedLongAfterTheTradeThatItWasGrantedInHasEnded() {
        var revoked = new ReviewEvent.ExceptionRevoked(ID, 1, "colleague", "the contract has ended");
        granted(TODAY, "rescinded").when(revoke(1)).expectEvents(revoked);
        then(granted(TODAY, "rescinded").andGiven(revoked).when(revoke(1)), "nothing");
        then(granted(TODAY, "rescinded").when(revoke(0)), "trade.exception-unknown");
        then(granted(TODAY.minusDays(1), "rescinded").when(revoke(1)), "trade.exception-ended");
    }

    private TestExecutor<Trade> granted(LocalDate until, String state) {
        var waiver = new Waiver(Waiver.Scope.BUYER_WITH_LISTING, List.of("A-1"), until, LIFTING);
        var history = history(state);
        var events = new ArrayList<>(history.subList(0, 1));
        events.add(ReviewEvent.ExceptionGranted.of(ID, Trades.AGREEMENT, waiver));
        events.addAll(history.subList(1, history.size()));
        return at(Verdict.DENY, "A-1").given(events);
    }

    private static TradeCommand revoke(long exception) {
        return new ReviewCommand.RevokeException(ID, exception, "colleague", "the contract has ended");
    }

    @ParameterizedTest
    @CsvSource({"-1", "366"})
    void itEndsWithinAYear(int days) {
        at(Verdict.REQUIRE_REVIEW, "A-1")
                .given(history("requested"))
                .when(approve(TODAY.plusDays(days), Trades.decision(Verdict.REQUIRE_REVIEW)))
                .expectException(Invalid.class);
    }

    private static TradeCommand approve(LocalDate until, Decision read) {
        var wish = new Waiver.Wish(Waiver.Scope.BUYER_WITH_LISTING, until);
        return new ReviewCommand.Approve(ID, read.digest(), LIFTING, KNOWN, Optional.of(wish), Set.of());
    }

    private FixtureConfiguration<Trade> at(Verdict verdict, String rules) {
        ComplianceReview law = question -> answer(verdict, rules, question);
        return new AggregateTestFixture<>(Trade.class).registerInjectableResource(office.at(NOW, law));
    }

    private static Decision asking(String rules) {
        var facts = TradePorts.facts(Trades.AGREEMENT, KNOWN);
        return answer(Verdict.REQUIRE_REVIEW, rules, new ProposedExchange(Gate.ORDER, TODAY, facts));
    }

    private static Decision answer(Verdict verdict, String rules, ProposedExchange question) {
        return new Decision(
                verdict,
                question.gate(),
                question.on(),
                rules == null || rules.isEmpty()
                        ? List.of()
                        : Arrays.stream(rules.split(" ")).map(WaiverTest::asks).toList(),
                List.of(),
                "sha-256:rules",
                question.facts(),
                Traits.NONE);
    }

    private static Finding asks(String rule) {
        return new Finding(rule, Outcome.REQUIRE_REVIEW, TEXT, TEXT, "1", TODAY, null, List.of(), TEXT, null);
    }
}
