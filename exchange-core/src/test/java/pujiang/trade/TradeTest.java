package pujiang.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.payloadsMatching;
import static org.axonframework.test.matchers.Matchers.predicate;
import static pujiang.Then.then;
import static pujiang.trade.Trades.ACCEPTANCE_DUE;
import static pujiang.trade.Trades.AGREEMENT;
import static pujiang.trade.Trades.DELIVERY_DUE;
import static pujiang.trade.Trades.DISPUTE_DUE;
import static pujiang.trade.Trades.FILE;
import static pujiang.trade.Trades.ID;
import static pujiang.trade.Trades.LIFTING;
import static pujiang.trade.Trades.NOW;
import static pujiang.trade.Trades.REVIEW_DUE;
import static pujiang.trade.Trades.TODAY;
import static pujiang.trade.Trades.command;
import static pujiang.trade.Trades.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import pujiang.Law;
import pujiang.compliance.Clearance;
import pujiang.compliance.Decision;
import pujiang.compliance.ExchangeFacts;
import pujiang.compliance.ExportFacts;
import pujiang.compliance.FactSheet;
import pujiang.compliance.FactSource;
import pujiang.compliance.Gate;
import pujiang.compliance.TradeFacts;
import pujiang.compliance.Verdict;
import pujiang.trade.TradeEvent.CertificateIssued;
import pujiang.trade.TradeEvent.DeliveryAccepted;
import pujiang.trade.TradeEvent.DeliveryDisputed;
import pujiang.trade.TradeEvent.DeliveryHeld;
import pujiang.trade.TradeEvent.DeliveryMade;
import pujiang.trade.TradeEvent.OrderHeld;
import pujiang.trade.TradeEvent.TradeAgreed;
import pujiang.trade.TradeEvent.TradeSettled;

class TradeTest {

    private static final String PAID = " and TradeSettled and CertificateIssued";

    /** What the state lets happen; everything that is not here is refused as out of place. */
    private static final String DEEDS =
            """
            absent        | order            | ALLOW                  | TradeAgreed
            absent        | order            | ALLOW_WITH_OBLIGATIONS | TradeAgreed
            absent        | order            | REQUIRE_REVIEW         | OrderHeld
            absent        | order            | DENY                   | OrderRefused
            requested     | approve          | ALLOW                  | TradeAgreed
            requested     | approve          | ALLOW_WITH_OBLIGATIONS | TradeAgreed
            requested     | approve          | REQUIRE_REVIEW         | TradeAgreed
            requested     | approve          | DENY                   | OrderRefused
            requested     | reject           | ALLOW                  | ReviewRejected
            requested     | cancel           | ALLOW                  | TradeCancelled
            agreed        | cancel           | ALLOW                  | TradeCancelled
            agreed        | deliver          | ALLOW                  | DeliveryMade
            agreed        | deliver          | ALLOW_WITH_OBLIGATIONS | DeliveryMade
            agreed        | deliver          | REQUIRE_REVIEW         | DeliveryHeld
            agreed        | deliver          | DENY                   | DeliveryRefused
            agreed, one delivery refused | deliver | ALLOW            | DeliveryMade
            delivery-held | approve          | ALLOW                  | DeliveryMade
            delivery-held | approve          | ALLOW_WITH_OBLIGATIONS | DeliveryMade
            delivery-held | approve          | REQUIRE_REVIEW         | DeliveryMade
            delivery-held | approve          | DENY                   | DeliveryRefused
            delivery-held | reject           | ALLOW                  | ReviewRejected
            requested     | claim            | DENY                   | ReviewClaimed
            requested     | release          | DENY                   | nothing
            requested     | ask              | DENY                   | DocumentRequested
            requested     | no longer ask    | DENY                   | trade.document-not-asked
            requested     | provide          | ALLOW                  | trade.document-not-asked
            delivery-held | claim            | DENY                   | ReviewClaimed
            delivery-held | release          | DENY                   | nothing
            delivery-held | ask              | DENY                   | DocumentRequested
            delivery-held | no longer ask    | DENY                   | trade.document-not-asked
            delivery-held | provide          | ALLOW                  | trade.document-not-asked
            agreed        | provide          | ALLOW                  | trade.document-not-asked
            requested, a paper asked     | provide | ALLOW          | DocumentProvided and TradeAgreed
            requested, a paper asked     | provide | REQUIRE_REVIEW | DocumentProvided and ReviewContinued
            requested, a paper asked     | provide | DENY           | DocumentProvided and OrderRefused
            delivery-held, a paper asked | provide | ALLOW          | DocumentProvided and DeliveryMade
            delivery-held, a paper asked | provide | REQUIRE_REVIEW | DocumentProvided and ReviewContinued
            delivery-held, a paper asked | provide | DENY           | DocumentProvided and DeliveryRefused
            delivered     | deliver          | DENY                   | nothing
            delivered     | deliver other    | ALLOW                  | trade.wrong-state
            delivered     | collect          | ALLOW                  | DeliveryCollected
            delivered     | accept           | DENY                   | DeliveryAccepted
            delivered     | dispute          | ALLOW                  | DeliveryDisputed
            disputed      | pay the vendor   | DENY                   | DisputeDismissed
            disputed      | refund the buyer | ALLOW                  | TradeRescinded
            completed     | collect          | ALLOW                  | DeliveryCollected
            completed     | accept           | ALLOW                  | nothing
            """;

    /** The facts that came along, with what the desk adds to them. */
    private static final FactSheet SEEN = Trades.KNOWN
            .with(ExchangeFacts.PRICE_AMOUNT, new BigDecimal("100"))
            .with(TradeFacts.SCENARIO_DECLARED, true)
            .and(FactSheet.empty()
                    .with(ExportFacts.YTD_NON_SENSITIVE, 100_000L)
                    .with(ExportFacts.YTD_SENSITIVE, 7L)
                    .from(FactSource.COUNTER));

    private final Law law = new Law();
    private final Office office = new Office();

    @ParameterizedTest(name = "{0}: {1} while the law says {2} → {3}")
    @CsvSource(delimiter = '|', textBlock = DEEDS)
    void everyDeedOfEveryState(String state, String command, Verdict verdict, String outcome) {
        law.says(verdict);

        then(at(NOW).given(history(state)).when(command(command)), whole(outcome));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void everythingElseIsOutOfPlace(String state, String command) {
        then(at(NOW).given(history(state)).when(command(command)), "trade.wrong-state");

        assertThat(office.done()).isEmpty();
        assertThat(law.asked()).isEmpty();
    }

    static Stream<String[]> everythingElseIsOutOfPlace() {
        var known = DEEDS.lines()
                .map(line -> line.split(" *\\| *"))
                .map(cells -> cells[0] + ": " + cells[1])
                .toList();
        return Trades.states()
                .flatMap(state -> Trades.COMMANDS.stream().map(command -> new String[] {state, command}))
                .filter(pair -> !known.contains(pair[0] + ": " + pair[1]));
    }

    @ParameterizedTest
    @MethodSource("pujiang.trade.Trades#states")
    void theSameOrderAgainChangesNothingAndAnotherIsRefused(String state) {
        law.says(Verdict.DENY);

        then(at(NOW).given(history(state)).when(command("order")), "nothing");
        then(at(NOW).given(history(state)).when(command("order other")), "trade.already-ordered");
        assertThat(office.done()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "approve",
        "reject",
        "cancel",
        "deliver",
        "collect",
        "accept",
        "dispute",
        "pay the vendor",
        "end",
        "claim"
    })
    void whatNobodyOrderedDoesNotExist(String command) {
        at(NOW).givenNoPriorActivity().when(command(command)).expectException(AggregateNotFoundException.class);
    }

    @ParameterizedTest(name = "{0} ends at {1} with {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            requested                    | 2026-12-02T16:30:00Z | ReviewEscalated
            requested, escalated         | 2026-12-07T16:30:00Z | TradeLapsed
            agreed                       | 2026-12-07T16:30:00Z | TradeLapsed
            agreed, one delivery refused | 2026-12-07T16:30:00Z | TradeLapsed
            delivery-held                | 2026-12-02T16:30:00Z | ReviewEscalated
            delivery-held, escalated     | 2026-12-07T16:30:00Z | TradeLapsed
            delivered                    | 2026-11-29T16:30:00Z | DeliveryAccepted
            disputed                     | 2026-12-22T16:30:00Z | TradeRescinded
            """)
    void everyWaitEndsAtItsInstantAndNotBefore(String state, Instant due, String outcome) {
        then(at(due.minusNanos(1)).given(history(state)).when(command("end")), "nothing");
        assertThat(office.done()).isEmpty();

        then(at(due).given(history(state)).when(command("end")), whole(outcome));
    }

    @ParameterizedTest
    @CsvSource({"completed", "refused", "rejected", "cancelled", "lapsed", "rescinded"})
    void whatHasEndedWaitsForNothing(String state) {
        then(at(Instant.parse("2036-01-01T00:00:00Z")).given(history(state)).when(command("end")), "nothing");
    }

    @ParameterizedTest(name = "{0}: {1} until just before {2}")
    @CsvSource({
        "agreed, deliver, 2026-12-07T16:30:00Z",
        "delivered, dispute, 2026-11-29T16:30:00Z",
        "requested, approve, 2026-12-02T16:30:00Z",
        "delivery-held, approve, 2026-12-02T16:30:00Z",
        "requested, claim, 2026-12-02T16:30:00Z",
        "requested, ask, 2026-12-02T16:30:00Z"
    })
    void whoeverIsLateIsRefusedThoughTheWaitHasNotBeenEndedYet(String state, String command, Instant due) {
        at(due.minusNanos(1)).given(history(state)).when(command(command)).expectSuccessfulHandlerExecution();

        then(at(due).given(history(state)).when(command(command)), "trade.wrong-state");
    }

    @Test
    void silenceIsAcceptanceAndSaysSo() {
        at(ACCEPTANCE_DUE)
                .given(history("delivered"))
                .when(command("end"))
                .expectEventsMatching(payloadsMatching(
                        predicate((List<?> events) -> events.contains(new DeliveryAccepted(ID, true)))));
    }

    @Test
    void anAcceptedTradeIsPaidAndCertifiedAtOnce() {
        var payout = new Payout(AGREEMENT.price().minus(AGREEMENT.price()), AGREEMENT.price(), BigDecimal.ZERO, TODAY);

        at(NOW).given(history("delivered"))
                .when(command("accept"))
                .expectEvents(
                        new DeliveryAccepted(ID, false),
                        new TradeSettled(ID, payout),
                        new CertificateIssued(ID, CertificateNumber.of(ID, TODAY), Office.signed("certificate")));
    }

    @Test
    void theLawSeesThePriceTheScenarioAndTheCountsWithThisTradeInThem() {
        at(NOW).givenNoPriorActivity().when(command("order")).expectSuccessfulHandlerExecution();

        var question = law.asked().getFirst();
        assertThat(question.gate()).isEqualTo(Gate.ORDER);
        assertThat(question.on()).isEqualTo(TODAY);
        assertThat(question.facts()).isEqualTo(SEEN);
    }

    @Test
    void theLawIsAskedAgainAtTheDeliveryGate() {
        at(NOW).given(history("agreed")).when(command("deliver")).expectSuccessfulHandlerExecution();
        at(NOW).given(history("delivery-held")).when(command("approve")).expectSuccessfulHandlerExecution();

        assertThat(law.asked()).extracting(question -> question.gate()).containsOnly(Gate.DELIVERY);
        assertThat(law.asked()).hasSize(2);
    }

    @Test
    void eachWaitHasItsOwnPeriod() {
        law.says(Verdict.REQUIRE_REVIEW);
        var order = seen(Verdict.REQUIRE_REVIEW, Gate.ORDER);
        at(NOW).givenNoPriorActivity()
                .when(command("order"))
                .expectEvents(new OrderHeld(ID, AGREEMENT, order, REVIEW_DUE));
        at(NOW).given(history("requested"))
                .when(command("approve"))
                .expectEvents(new TradeAgreed(ID, AGREEMENT, order, Clearance.lifted(order, LIFTING), DELIVERY_DUE));
        at(NOW).given(history("agreed"))
                .when(command("deliver"))
                .expectEvents(new DeliveryHeld(ID, FILE, seen(Verdict.REQUIRE_REVIEW, Gate.DELIVERY), REVIEW_DUE));
        at(NOW).given(history("delivered"))
                .when(command("dispute"))
                .expectEvents(new DeliveryDisputed(ID, "half is missing", DISPUTE_DUE));
    }

    @Test
    void whatTheLawLetsPassNamesNoOfficerEvenIfOneApproved() {
        var decision = seen(Verdict.ALLOW, Gate.DELIVERY);
        var clearance = decision.clearance().orElseThrow();

        at(NOW).given(history("delivery-held"))
                .when(command("approve"))
                .expectEvents(
                        new DeliveryMade(ID, FILE, decision, clearance, Office.signed("receipt"), ACCEPTANCE_DUE));
    }

    /** Whoever is found to have delivered well is paid at once. */
    private static String whole(String outcome) {
        boolean pays = outcome.equals("DeliveryAccepted") || outcome.equals("DisputeDismissed");
        return pays ? outcome + PAID : outcome;
    }

    private static Decision seen(Verdict verdict, Gate gate) {
        return Law.saying(verdict, gate, TODAY, SEEN);
    }

    private FixtureConfiguration<Trade> at(Instant now) {
        return new AggregateTestFixture<>(Trade.class).registerInjectableResource(office.at(now, law));
    }
}
