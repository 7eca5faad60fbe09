package pujiang.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.Then.then;
import static pujiang.trade.Trades.NOW;
import static pujiang.trade.Trades.command;
import static pujiang.trade.Trades.history;

import java.time.Instant;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pujiang.Law;
import pujiang.compliance.BuyerFacts;
import pujiang.compliance.Trait;
import pujiang.compliance.Verdict;
import pujiang.trade.TradeEvent.TradeLapsed;

/** What a trade asks of the money, the exporter's counts and the notary, and in which order. */
class TradeConsequencesTest {

    private final Law law = new Law();
    private final Office office = new Office();

    @ParameterizedTest(name = "{0}: {1} while the law says {2}: {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            absent        | order            | ALLOW          | count, reserve, take
            absent        | order            | REQUIRE_REVIEW | count, enter
            absent        | order            | DENY           | count
            requested     | approve          | ALLOW          | count, reserve, take, leave
            requested     | approve          | REQUIRE_REVIEW | count, reserve, take, leave
            requested     | approve          | DENY           | count, leave
            requested     | reject           | DENY           | leave
            requested     | cancel           | DENY           | leave
            requested     | end              | DENY           |
            requested, escalated | end       | DENY           | leave
            requested, a paper asked | provide | ALLOW        | count, reserve, take, leave
            requested, a paper asked | provide | REQUIRE_REVIEW | count
            requested, a paper asked | provide | DENY         | count, leave
            agreed        | cancel           | DENY           | release the share, release the money
            agreed        | end              | DENY           | release the share, release the money
            agreed        | deliver          | ALLOW          | count, take, receipt by law
            agreed        | deliver          | REQUIRE_REVIEW | count
            agreed        | deliver          | DENY           | count
            delivery-held | approve          | ALLOW          | count, take, receipt by law
            delivery-held | approve          | REQUIRE_REVIEW | count, take, receipt officer
            delivery-held | approve          | DENY           | count
            delivery-held | reject           | DENY           | release the share, release the money
            delivery-held | end              | DENY           |
            delivery-held, escalated | end   | DENY           | release the share, release the money
            delivery-held, a paper asked | provide | ALLOW    | count, take, receipt by law
            delivery-held, a paper asked | provide | DENY     | count
            delivered     | deliver          | ALLOW          |
            delivered     | collect          | DENY           |
            delivered     | accept           | DENY           | pay, certificate on receipt
            delivered     | dispute          | DENY           |
            delivered     | end              | DENY           | pay, certificate on receipt
            disputed      | pay the vendor   | DENY           | pay, certificate on receipt
            disputed      | refund the buyer | DENY           | release the money
            disputed      | end              | DENY           | release the money
            completed     | accept           | DENY           |
            """)
    void whatEachDeedMoves(String state, String command, Verdict verdict, String consequences) {
        law.says(verdict);
        var now = command.equals("end") ? Instant.parse("2027-01-01T00:00:00Z") : NOW;

        at(now).given(history(state)).when(command(command)).expectSuccessfulHandlerExecution();

        var wanted = consequences == null ? List.<String>of() : List.of(consequences.split(", "));
        assertThat(office.done().stream().map(TradeConsequencesTest::shortly)).isEqualTo(wanted);
    }

    @Test
    void theWholePriceIsReservedOfTheBuyerAndPaidToTheVendor() {
        at(NOW).givenNoPriorActivity().when(command("order")).expectSuccessfulHandlerExecution();
        at(NOW).given(history("delivered")).when(command("accept")).expectSuccessfulHandlerExecution();

        assertThat(office.done())
                .contains("reserve CNY 100.00 of lion", "pay CNY 100.00 to delta on 2026-11-23")
                .contains("count 10000 of delta in 2026");
    }

    @ParameterizedTest
    @CsvSource({"absent, order, ALLOW", "requested, approve, ALLOW", "requested, approve, REQUIRE_REVIEW"})
    void whoCannotPayConcludesNothing(String state, String command, Verdict verdict) {
        law.says(verdict);
        office.buyersHaveNoMoney();

        then(at(NOW).given(history(state)).when(command(command)), "trade.insufficient-funds");
    }

    /** Neither a held order nor a refused one takes a share: whoever orders without paying uses up nobody's count. */
    @ParameterizedTest
    @CsvSource({"REQUIRE_REVIEW", "DENY"})
    void whatDoesNotBindLeavesNoShare(Verdict verdict) {
        law.says(verdict);

        at(NOW).givenNoPriorActivity().when(command("order")).expectSuccessfulHandlerExecution();

        assertThat(office.done()).noneMatch(done -> done.startsWith("take"));
    }

    @Test
    void insufficientFundsMayPassLater() {
        assertThat(new TradeRefusal.InsufficientFunds(Trades.AGREEMENT.price()).mayPassLater())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"requested, OrderRefused", "delivery-held, DeliveryRefused"})
    void anOfficerNeverLiftsADenial(String held, String outcome) {
        law.says(Verdict.DENY);

        then(at(NOW).given(history(held)).when(command("approve")), outcome);

        assertThat(office.done()).noneMatch(done -> done.startsWith("receipt") || done.startsWith("reserve"));
    }

    @Test
    void aLapsedTradeSaysWhatItWaitedForAndUntilWhen() {
        at(Trades.DELIVERY_DUE.plusSeconds(60))
                .given(history("agreed"))
                .when(command("end"))
                .expectEvents(new TradeLapsed(Trades.ID, "agreed", Trades.DELIVERY_DUE));
    }

    @Test
    void aPreviewHoldsNothing() {
        office.at(NOW, law).preview(Trades.AGREEMENT, Trades.KNOWN);

        assertThat(office.done()).containsExactly("preview 10000 of delta in 2026");
    }

    @Test
    void whatDoesNotLeaveTheMainlandIsNotCounted() {
        law.calls(Trait.PERSONAL_INFORMATION);
        var home = Trades.KNOWN.without(BuyerFacts.LOCATION);

        at(NOW).givenNoPriorActivity()
                .when(new TradeCommand.PlaceOrder(Trades.ID, Trades.AGREEMENT, home))
                .expectSuccessfulHandlerExecution();

        assertThat(office.done()).containsExactly("reserve CNY 100.00 of lion");
    }

    @Test
    void theExportYearBeginsInShanghai() {
        at(Instant.parse("2026-12-31T16:00:00Z"))
                .givenNoPriorActivity()
                .when(command("order"))
                .expectSuccessfulHandlerExecution();

        assertThat(office.done()).contains("count 10000 of delta in 2027");
    }

    /** Without whose, how much and when. */
    private static String shortly(String done) {
        return done.startsWith("release") || done.contains("receipt") ? done : done.substring(0, done.indexOf(' '));
    }

    private FixtureConfiguration<Trade> at(Instant now) {
        return new AggregateTestFixture<>(Trade.class).registerInjectableResource(office.at(now, law));
    }
}
