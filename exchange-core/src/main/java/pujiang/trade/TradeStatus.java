package pujiang.trade;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The state of a trade without its data, as boards, answers, pages and refusals name it. */
public enum TradeStatus {
    REQUESTED("requested"),
    AGREED("agreed"),
    DELIVERY_HELD("delivery-held"),
    DELIVERED("delivered"),
    DISPUTED("disputed"),
    COMPLETED("completed"),
    TERMINATED("terminated");

    /** Of all, in the order of a trade. */
    public static final List<String> WORDS =
            Arrays.stream(values()).map(TradeStatus::word).toList();

    private final String word;

    TradeStatus(String word) {
        this.word = word;
    }

    /** As it is stored and answered. */
    public String word() {
        return word;
    }

    /** Whether it waits for an officer. */
    public boolean isHeld() {
        return this == REQUESTED || this == DELIVERY_HELD;
    }

    /** Empty for what is no state of a trade. */
    public static Optional<TradeStatus> named(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word.equals(word))
                .findFirst();
    }

    /** @param word that has been stored */
    public static TradeStatus of(String word) {
        return named(word).orElseThrow(() -> new IllegalArgumentException("no state of a trade: " + word));
    }
}
