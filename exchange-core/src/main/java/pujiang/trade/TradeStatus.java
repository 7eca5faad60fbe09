package pujiang.trade;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The state of a trade without its data, as read models, API answers, pages and refusals name it. */
public enum TradeStatus {
    REQUESTED("requested"),
    AGREED("agreed"),
    DELIVERY_HELD("delivery-held"),
    DELIVERED("delivered"),
    DISPUTED("disputed"),
    COMPLETED("completed"),
    TERMINATED("terminated");

    /** All states, in the order of a trade. */
    public static final List<String> WORDS =
            Arrays.stream(values()).map(TradeStatus::word).toList();

    private final String word;

    TradeStatus(String word) {
        this.word = word;
    }

    /** The stored form, also used in API answers. */
    public String word() {
        return word;
    }

    /** Whether it waits for an officer. */
    public boolean isHeld() {
        return this == REQUESTED || this == DELIVERY_HELD;
    }

    /** Empty if no state has that name. */
    public static Optional<TradeStatus> named(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word.equals(word))
                .findFirst();
    }

    /** @param word in its stored form */
    public static TradeStatus of(String word) {
        return named(word).orElseThrow(() -> new IllegalArgumentException("no state of a trade: " + word));
    }
}
