package pujiang.trade;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.axonframework.test.matchers.Matchers.exactSequenceOf;
import static org.axonframework.test.matchers.Matchers.payloadsMatching;
import static org.axonframework.test.matchers.Matchers.predicate;
import static pujiang.Then.then;
import static pujiang.trade.Trades.ACCEPTANCE_DUE;
import static pujiang.trade.Trades.CONTENT;
import static pujiang.trade.Trades.ID;
import static pujiang.trade.Trades.KNOWN;
import static pujiang.trade.Trades.LIFTING;
import static pujiang.trade.Trades.NOW;
import static pujiang.trade.Trades.REVIEW_DUE;
import static pujiang.trade.Trades.command;
import static pujiang.trade.Trades.decision;
import static pujiang.trade.Trades.history;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pujiang.Law;
import pujiang.compliance.Clearance;
import pujiang.compliance.Verdict;
import pujiang.delivery.Handover;
import pujiang.delivery.Handover.FileHandover;
import pujiang.refusal.Invalid;
import pujiang.trade.TradeEvent.DeliveryHeld;
import pujiang.trade.TradeEvent.DeliveryMade;

/** A vendor says what the file that it delivers is called. */
class NamedDeliveryTest {

    private static final String NAME = "上海 PM2.5（小时值）.csv";

    private static final Handover NAMED = file(NAME);

    private final Law law = new Law();
    private final Office office = new Office();

    @Test
    void theNameIsRecordedWithTheDelivery() {
        made(at().given(history("agreed")).when(delivery(NAME)), NAME);
        made(at().given(history("agreed")).when(delivery(null)), null);
    }

    @Test
    void aDeliveryThatIsHeldKeepsItsName() {
        law.says(Verdict.REQUIRE_REVIEW);
        at().given(history("agreed"))
                .when(delivery(NAME))
                .expectEventsMatching(payloadsMatching(exactSequenceOf(
                        predicate(event -> event instanceof DeliveryHeld held && NAMED.equals(held.handover())))));
        var held = new DeliveryHeld(ID, NAMED, decision(Verdict.REQUIRE_REVIEW), REVIEW_DUE);
        made(at().given(history("agreed")).andGiven(held).when(command("approve")), NAME);
    }

    @Test
    void theSameUnderAnotherNameIsAnotherDelivery() {
        var open = decision(Verdict.REQUIRE_REVIEW);
        var lifted = Clearance.lifted(open, LIFTING);
        var made = new DeliveryMade(ID, NAMED, open, lifted, Office.signed("receipt"), ACCEPTANCE_DUE);
        for (var name : new @Nullable String[] {NAME, "other.csv", null}) {
            then(
                    at().given(history("agreed")).andGiven(made).when(delivery(name)),
                    NAME.equals(name) ? "nothing" : "trade.wrong-state");
        }
    }

    @Test
    void aNameThatIsNoFilesIsRefused() {
        assertThatThrownBy(() -> delivery("../passwords")).isInstanceOf(Invalid.class);
    }

    private static void made(ResultValidator<Trade> result, @Nullable String name) {
        result.expectEventsMatching(payloadsMatching(exactSequenceOf(predicate(
                event -> event instanceof DeliveryMade made && made.handover().equals(file(name))))));
    }

    private static TradeCommand delivery(@Nullable String name) {
        return new TradeCommand.Deliver(ID, file(name), KNOWN);
    }

    private static Handover file(@Nullable String name) {
        return new FileHandover(CONTENT, name);
    }

    private FixtureConfiguration<Trade> at() {
        return new AggregateTestFixture<>(Trade.class).registerInjectableResource(office.at(NOW, law));
    }
}
