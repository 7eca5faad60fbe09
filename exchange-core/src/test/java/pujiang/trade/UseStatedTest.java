package pujiang.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pujiang.Then.then;
import static pujiang.trade.Trades.ID;
import static pujiang.trade.Trades.KNOWN;
import static pujiang.trade.Trades.NOW;
import static pujiang.trade.Trades.command;
import static pujiang.trade.Trades.history;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import pujiang.Law;
import pujiang.compliance.Fact;
import pujiang.compliance.FactSheet;
import pujiang.compliance.FactSource;
import pujiang.compliance.ProductFacts;
import pujiang.compliance.UseFacts;
import pujiang.compliance.Verdict;
import pujiang.refusal.Invalid;
import pujiang.trade.ReviewEvent.UseStated;

/** A buyer says, while an officer must look, what it had not said of its use with the order. */
class UseStatedTest {

    private final Law law = new Law();
    private final Office office = new Office();

    @ParameterizedTest(name = "{0} while the law says {1}: {2}")
    @CsvSource({
        "requested, ALLOW, UseStated and TradeAgreed",
        "requested, REQUIRE_REVIEW, UseStated and ReviewContinued",
        "requested, DENY, UseStated and OrderRefused",
        "delivery-held, ALLOW, UseStated and DeliveryMade",
        "delivery-held, REQUIRE_REVIEW, UseStated and ReviewContinued",
        "delivery-held, DENY, UseStated and DeliveryRefused"
    })
    void theLawIsAskedAgainAtOnce(String state, Verdict verdict, String outcome) {
        law.says(verdict);

        then(at().given(history(state)).when(stating(UseFacts.AUTOMATED_DECISION, false)), outcome);
    }

    @ParameterizedTest
    @MethodSource("pujiang.trade.Trades#states")
    void nothingIsStatedOfWhatNobodyReviews(String state) {
        if (state.equals("requested") || state.equals("delivery-held")) return;

        then(at().given(history(state)).when(stating(UseFacts.AUTOMATED_DECISION, false)), "trade.wrong-state");
    }

    @Test
    void whatWasStatedIsTheBuyersAndStaysForTheDelivery() {
        at().given(history("requested"))
                .when(stating(UseFacts.AUTOMATED_DECISION, false))
                .expectSuccessfulHandlerExecution();
        var asked = law.asked().getLast().facts();
        assertThat(asked.stated()).containsEntry("use.automatedDecision", false);
        assertThat(asked.sources().get(FactSource.BUYER)).containsExactly("use.automatedDecision");

        at().given(history("requested"))
                .andGiven(said(UseFacts.AUTOMATED_DECISION, false))
                .andGiven(history("agreed"))
                .when(command("deliver"))
                .expectSuccessfulHandlerExecution();
        assertThat(law.asked().getLast().facts().stated()).containsEntry("use.automatedDecision", false);
    }

    @Test
    void aStatementIsAddedToAndNotTakenBack() {
        var before = said(UseFacts.AUTOMATED_DECISION, true);

        then(after(before).when(stating(UseFacts.AUTOMATED_DECISION, true)), "nothing");
        then(after(before).when(stating(UseFacts.OPT_OUT_OFFERED, true)), "UseStated and TradeAgreed");
        after(before)
                .when(stating(UseFacts.AUTOMATED_DECISION, false))
                .expectNoEvents()
                .expectException(Invalid.class);
    }

    @Test
    void nothingButTheUseIsStated() {
        assertThatThrownBy(() -> stating(ProductFacts.RIGHTS_DISPUTE, false)).isInstanceOf(Invalid.class);
    }

    private TestExecutor<Trade> after(UseStated before) {
        return at().given(history("requested")).andGiven(before);
    }

    private static TradeCommand stating(Fact<Boolean> fact, boolean value) {
        return new ReviewCommand.StateUse(ID, FactSheet.empty().with(fact, value), KNOWN);
    }

    private static UseStated said(Fact<Boolean> fact, boolean value) {
        return new UseStated(ID, FactSheet.empty().with(fact, value));
    }

    private FixtureConfiguration<Trade> at() {
        return new AggregateTestFixture<>(Trade.class).registerInjectableResource(office.at(NOW, law));
    }
}
