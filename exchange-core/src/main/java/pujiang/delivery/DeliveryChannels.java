package pujiang.delivery;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import pujiang.delivery.Handover.Kind;

/** The delivery channels that are wired. What none of them serves cannot be delivered. */
public record DeliveryChannels(Map<Kind, DeliveryChannel> byKind) {

    public DeliveryChannels {
        byKind = Map.copyOf(byKind);
    }

    /** @throws IllegalArgumentException if two serve the same kind: nobody would know by which one data has left */
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

    /** What the exchange states to the rules: there is a channel, and no way out that it does not control. */
    public boolean areApproved() {
        return !byKind.isEmpty() && byKind.values().stream().allMatch(DeliveryChannel::isControlled);
    }
}
