package pujiang.obligation;

import org.jspecify.annotations.Nullable;
import pujiang.compliance.Obligor;
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

    static Bearer vendor(ParticipantId participant) {
        return new Bearer(Side.VENDOR, participant);
    }

    static Bearer buyer(ParticipantId participant) {
        return new Bearer(Side.BUYER, participant);
    }

    /** Whom a rule names. Where it names nobody, or a buyer while there is none, it is who offers the data. */
    static Bearer of(@Nullable Obligor named, ParticipantId vendor, @Nullable ParticipantId buyer) {
        return switch (named) {
            case EXCHANGE -> EXCHANGE;
            case BUYER -> buyer == null ? vendor(vendor) : buyer(buyer);
            case VENDOR, REPORTER -> vendor(vendor);
            case null -> vendor(vendor);
        };
    }

    /** As the obligation's name holds it. */
    String key() {
        return side + " " + (participant == null ? "" : participant.value());
    }
}
