package pujiang.obligation;

import org.jspecify.annotations.Nullable;
import pujiang.compliance.Obligor;
import pujiang.participant.ParticipantId;

/**
 * Who owes it (义务人).
 *
 * @param participant null where the exchange itself does
 */
public record ResponsibleParty(Side side, @Nullable ParticipantId participant) {

    /** On which side of an exchange somebody stands. */
    public enum Side {
        /** 供方. */
        VENDOR,
        /** 需方. */
        BUYER,
        /** 交易所. */
        EXCHANGE
    }

    static final ResponsibleParty EXCHANGE = new ResponsibleParty(Side.EXCHANGE, null);

    static ResponsibleParty vendor(ParticipantId participant) {
        return new ResponsibleParty(Side.VENDOR, participant);
    }

    static ResponsibleParty buyer(ParticipantId participant) {
        return new ResponsibleParty(Side.BUYER, participant);
    }

    /** Whom a rule names. Where it names nobody, or a buyer while there is none, it is who offers the data. */
    static ResponsibleParty of(@Nullable Obligor named, ParticipantId vendor, @Nullable ParticipantId buyer) {
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
