package pujiang.obligation;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import pujiang.participant.ParticipantId;

/**
 * Who owes it (义务人).
 *
 * @param participant null where the exchange itself does
 */
public record Bearer(Side side, @Nullable ParticipantId participant) {

    /** On which side of an exchange somebody stands. */
    public enum Side {
        /** 供方. */
        VENDOR,
        /** 需方. */
        BUYER,
        /** 交易所. */
        EXCHANGE
    }

    static final Bearer EXCHANGE = new Bearer(Side.EXCHANGE, null);

    /** Duties that a rule lays on the exchange itself: its records, its logs, its signatures, its cryptography. */
    private static final Set<String> OF_THE_EXCHANGE =
            Set.of("CRYPT-41-1", "CSL-23-1", "DSL-33-3", "ESL-13-1", "NDSR-12-2", "SDE-6");

    /** Duties of whoever uses the data (PIPL arts. 23, 24: it keeps to the purpose, and offers the way out). */
    private static final Set<String> OF_THE_BUYER = Set.of("PIPL-23-2", "PIPL-24-1");

    static Bearer vendor(ParticipantId participant) {
        return new Bearer(Side.VENDOR, participant);
    }

    static Bearer buyer(ParticipantId participant) {
        return new Bearer(Side.BUYER, participant);
    }

    /** Whoever a rule addresses; where it addresses neither the exchange nor the buyer, who offers the data. */
    static Bearer of(String rule, ParticipantId vendor, @Nullable ParticipantId buyer) {
        if (OF_THE_EXCHANGE.contains(rule)) return EXCHANGE;
        return buyer != null && OF_THE_BUYER.contains(rule) ? buyer(buyer) : vendor(vendor);
    }

    /** As the obligation's name holds it. */
    String key() {
        return side + " " + (participant == null ? "" : participant.value());
    }
}
