package pujiang.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.Then.then;
import static pujiang.trade.Trades.ID;
import static pujiang.trade.Trades.LIFTING;
import static pujiang.trade.Trades.NOW;
import static pujiang.trade.Trades.command;
import static pujiang.trade.Trades.history;

import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pujiang.Law;
import pujiang.compliance.Clearance.Lifting;
import pujiang.compliance.ProductFacts;
import pujiang.compliance.ProductFacts.Grade;
import pujiang.compliance.Verdict;
import pujiang.trade.TradeEvent.ReviewSupported;

/** When one officer is not enough. */
class FourEyesTest {

    private final Law law = new Law();
    private final Office office = new Office();

    @ParameterizedTest
    @CsvSource({"requested, TradeAgreed", "delivery-held, DeliveryMade"})
    void fromAPriceOnASecondOfficerMustLookAndNotTheSame(String state, String outcome) {
        law.says(Verdict.REQUIRE_REVIEW);
        office.twoOfficersLookFrom("CNY 100.00");
        var supported = new ReviewSupported(ID, LIFTING, Trades.decision(Verdict.REQUIRE_REVIEW));
        var second = new TradeCommand.Approve(ID, new Lifting("colleague", "agreed", "vault/9"), Trades.KNOWN);

        then(at(NOW).given(history(state)).when(command("approve")), "ReviewSupported");
        assertThat(office.done()).containsExactly("count 10000 of delta in 2026");
        then(at(NOW).given(history(state)).andGiven(supported).when(command("approve")), "trade.second-officer-needed");
        then(at(NOW).given(history(state)).andGiven(supported).when(second), outcome);
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
        var important = Trades.KNOWN.with(ProductFacts.GRADE, Grade.IMPORTANT);

        then(
                at(NOW).given(history("requested")).when(new TradeCommand.Approve(ID, LIFTING, important)),
                "ReviewSupported");
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

    private FixtureConfiguration<Trade> at(Instant now) {
        return new AggregateTestFixture<>(Trade.class).registerInjectableResource(office.at(now, law));
    }
}
