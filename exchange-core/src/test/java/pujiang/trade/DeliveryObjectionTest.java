package pujiang.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.Then.then;
import static pujiang.trade.Trades.NOW;
import static pujiang.trade.Trades.command;
import static pujiang.trade.Trades.history;

import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import pujiang.Law;
import pujiang.compliance.Verdict;

/** What holds a delivery, whoever would let it pass. */
class DeliveryObjectionTest {

    private final Law law = new Law();
    private final Office office = new Office();

    /** The document is there, and the delivery waits on for what holds it; whoever lets it pass then is told so. */
    @Test
    void whatHoldsADeliveryHoldsItOnEveryWay() {
        var owed = new TradeRefusal.NotOnOffer(Trades.AGREEMENT.listing());
        office.deliveriesAreHeldBy(owed);
        for (var verdict : List.of(Verdict.ALLOW, Verdict.REQUIRE_REVIEW)) {
            law.says(verdict);
            then(at().given(history("agreed")).when(command("deliver")), owed.code());
            then(at().given(history("delivery-held")).when(command("approve")), owed.code());
            then(
                    at().given(history("delivery-held, a paper asked")).when(command("provide")),
                    "DocumentProvided and ReviewContinued");
        }
        assertThat(office.done()).noneMatch(done -> done.startsWith("receipt"));
    }

    private FixtureConfiguration<Trade> at() {
        return new AggregateTestFixture<>(Trade.class).registerInjectableResource(office.at(NOW, law));
    }
}
