package pujiang.trade;

import static pujiang.Then.then;
import static pujiang.trade.Trades.ID;
import static pujiang.trade.Trades.KNOWN;
import static pujiang.trade.Trades.NOW;
import static pujiang.trade.Trades.REVIEW_DUE;
import static pujiang.trade.Trades.history;

import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import pujiang.Law;
import pujiang.compliance.FactSheet;
import pujiang.compliance.PersonalInformationFacts;
import pujiang.compliance.Verdict;

/** What is known of the other things has changed while an officer must look. */
class AskedAgainTest {

    private static final FactSheet MORE = KNOWN.with(PersonalInformationFacts.RECIPIENT_NOTIFIED, true);

    private final Law law = new Law();
    private final Office office = new Office();

    @ParameterizedTest(name = "{0} while the law says {1}: {2}")
    @CsvSource({
        "requested, ALLOW, TradeAgreed",
        "requested, REQUIRE_REVIEW, ReviewContinued",
        "requested, DENY, OrderRefused",
        "delivery-held, ALLOW, DeliveryMade",
        "delivery-held, REQUIRE_REVIEW, ReviewContinued",
        "delivery-held, DENY, DeliveryRefused"
    })
    void theLawDecidesOnWhatIsKnownNow(String state, Verdict verdict, String outcome) {
        law.says(verdict);

        then(at(NOW).given(history(state)).when(new ReviewCommand.AskAgain(ID, MORE)), outcome);
    }

    @Test
    void theSameAnswerOnTheSameFactsIsNoNews() {
        law.says(Verdict.REQUIRE_REVIEW);
        var again = new ReviewCommand.AskAgain(ID, MORE);

        then(at(NOW).given(history("requested")).when(new ReviewCommand.AskAgain(ID, KNOWN)), "nothing");
        then(at(NOW).given(history("requested")).when(again), "ReviewContinued");
        then(at(NOW).given(history("requested")).andGivenCommands(again).when(again), "nothing");
    }

    @ParameterizedTest
    @MethodSource("pujiang.trade.Trades#states")
    void whatNobodyLooksAtIsLeftAsItIs(String state) {
        if (state.equals("requested") || state.equals("delivery-held")) return;

        then(at(NOW).given(history(state)).when(new ReviewCommand.AskAgain(ID, MORE)), "nothing");
    }

    @Test
    void whatIsOverdueIsLeftToTheClock() {
        then(at(REVIEW_DUE).given(history("requested")).when(new ReviewCommand.AskAgain(ID, MORE)), "nothing");
    }

    private FixtureConfiguration<Trade> at(Instant now) {
        return new AggregateTestFixture<>(Trade.class).registerInjectableResource(office.at(now, law));
    }
}
