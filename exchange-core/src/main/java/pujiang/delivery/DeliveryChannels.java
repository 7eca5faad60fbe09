package pujiang.delivery;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import pujiang.delivery.Handover.Kind;

/** The delivery channels that are wired. A handover that none of them serves cannot be delivered. */
public record DeliveryChannels(Map<Kind, DeliveryChannel> byKind) {

    public DeliveryChannels {
        byKind = Map.copyOf(byKind);
    }

    /**
     * @throws IllegalArgumentException if two serve the same kind: the channel of a delivery would then be ambiguous
     */
    public static DeliveryChannels of(Collection<? extends DeliveryChannel> wired) {
        var byKind = new EnumMap<Kind, DeliveryChannel>(Kind.class);
        for (var channel : wired) {
            if (byKind.put(channel.serves(), channel) != null) {
                throw new IllegalArgumentException("two delivery channels serve " + channel.serves());
            }
        }
        return new DeliveryChannels(byKind);
    }

    public boolean serve(Kind kind) {
        return byKind.containsKey(kind);
    }

    /** The exchange's statement to the rules: a channel exists, and the exchange controls all channels. */
    public boolean areApproved() {
        return !byKind.isEmpty() && byKind.values().stream().allMatch(DeliveryChannel::isControlled);
    }
}
