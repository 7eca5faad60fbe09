package pujiang.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import pujiang.compliance.ExchangeFacts;
import pujiang.compliance.ExchangeStatement;
import pujiang.compliance.Gate;
import pujiang.delivery.Handover.Kind;

/** What the exchange can deliver, and what it says about that, follows from the channels that are wired. */
class DeliveryChannelsTest {

    private static final Channel FILES = new Channel(Kind.FILE, true);

    private record Channel(Kind serves, boolean isControlled) implements DeliveryChannel {}

    @Test
    void aKindIsServedIfAChannelForItIsWired() {
        var wired = DeliveryChannels.of(List.of(FILES));

        assertThat(wired.serve(Kind.FILE)).isTrue();
        assertThat(wired.serve(Kind.ACCESS_GRANT)).isFalse();
        assertThat(wired.serve(Kind.SUBSCRIPTION)).isFalse();
    }

    @Test
    void oneWayOutThatTheExchangeDoesNotControlIsStatedToTheRules() {
        assertStated(true, FILES);
        assertStated(true, FILES, new Channel(Kind.ACCESS_GRANT, true));
        assertStated(false, FILES, new Channel(Kind.ACCESS_GRANT, false));
        assertStated(false);
    }

    @Test
    void twoChannelsForOneKindAreAFaultOfTheProgram() {
        assertThatThrownBy(() -> DeliveryChannels.of(List.of(FILES, FILES)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("FILE");
    }

    private static void assertStated(boolean approved, DeliveryChannel... wired) {
        var channels = DeliveryChannels.of(List.of(wired));
        var statement = new ExchangeStatement(12, 3, 3, false, false, channels.areApproved());

        assertThat(statement.facts(Gate.DELIVERY).stated())
                .containsEntry(ExchangeFacts.SDE_DELIVERY_CHANNEL_APPROVED.name(), approved);
    }
}
