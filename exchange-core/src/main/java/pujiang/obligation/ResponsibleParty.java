package pujiang.obligation;

import org.jspecify.annotations.Nullable;
import pujiang.compliance.Obligor;
import pujiang.participant.ParticipantId;

/**
 * The party that must meet an obligation (义务人).
 *
 * @param participant null for the exchange itself
 */
public record ResponsibleParty(Side side, @Nullable ParticipantId participant) {

    /** The side of a party in an exchange of data. */
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

    /** The party that a rule names. If it names none, or a buyer before there is one, the vendor. */
    static ResponsibleParty of(@Nullable Obligor named, ParticipantId vendor, @Nullable ParticipantId buyer) {
        return switch (named) {
            case EXCHANGE -> EXCHANGE;
            case BUYER -> buyer == null ? vendor(vendor) : buyer(buyer);
            case VENDOR, REPORTER -> vendor(vendor);
            case null -> vendor(vendor);
        };
    }

    /** The form in the obligation's id. */
    String key() {
        return side + " " + (participant == null ? "" : participant.value());
    }
}
