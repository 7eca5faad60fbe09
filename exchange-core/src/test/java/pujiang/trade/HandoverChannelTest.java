package pujiang.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.Then.then;
import static pujiang.trade.Trades.ID;
import static pujiang.trade.Trades.KNOWN;
import static pujiang.trade.Trades.NOW;
import static pujiang.trade.Trades.command;
import static pujiang.trade.Trades.history;

import java.net.URI;
import java.time.Instant;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pujiang.Law;
import pujiang.delivery.Handover;
import pujiang.delivery.Handover.AccessGrant;
import pujiang.delivery.Handover.Subscription;

/** A trade delivers by the channels that are wired, and by nothing else. */
class HandoverChannelTest {

    private static final URI ADDRESS = URI.create("https://api.delta.example/persons");
    private static final Instant UNTIL = Instant.parse("2027-01-01T00:00:00Z");

    private final Office office = new Office();

    static Stream<Handover> permissions() {
        return Stream.of(new AccessGrant(ADDRESS, 1_000, UNTIL), new Subscription(ADDRESS, UNTIL));
    }

    @ParameterizedTest
    @MethodSource("permissions")
    void whatNoChannelServesIsRefusedBeforeTheRulesAreEvaluated(Handover handover) {
        then(at().given(history("agreed")).when(new TradeCommand.Deliver(ID, handover, KNOWN)), "trade.no-channel");
        assertThat(office.done()).isEmpty();
    }

    @Test
    void aFileIsRefusedWhereFilesHaveNoChannel() {
        office.hasNoChannel();

        then(at().given(history("agreed")).when(command("deliver")), "trade.no-channel");
    }

    @ParameterizedTest
    @MethodSource("permissions")
    void whatAStateDoesNotTakeIsRefusedForItsState(Handover handover) {
        then(at().given(history("requested")).when(new TradeCommand.Deliver(ID, handover, KNOWN)), "trade.wrong-state");
    }

    private FixtureConfiguration<Trade> at() {
        return new AggregateTestFixture<>(Trade.class).registerInjectableResource(office.at(NOW, new Law()));
    }
}
