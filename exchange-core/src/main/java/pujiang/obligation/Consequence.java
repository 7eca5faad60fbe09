package pujiang.obligation;

import pujiang.obligation.ResponsibleParty.Side;

/**
 * What the exchange does when an obligation is breached. The articles ask that the recipient be supervised and that a
 * platform stop serving who breaks the law; how, and that it follows at once, is our own choice:
 *
 * <pre>
 * who, what                          what follows                    by
 * anybody, before delivery           the delivery stays held         the law's answer at the delivery gate
 * buyer, after delivery              it buys no more                 NDSR art. 12(1), PIPL art. 23; SHDR art. 67(2)
 * vendor, after delivery             the listing is taken off        NDSR arts. 31, 33, 40(1); SHDR art. 67(2)
 * exchange, whatever it owes         the operator is told            SHDR art. 67; nobody suspends the exchange
 * </pre>
 */
public enum Consequence {
    DELIVERY_HELD,
    /** The party as a whole: its file knows one suspension, not one of buying alone. It finishes what it owes. */
    PARTY_SUSPENDED,
    LISTING_SUSPENDED,
    OPERATOR_TOLD;

    static Consequence of(Duty duty) {
        if (duty.bearer().side() == Side.EXCHANGE) return OPERATOR_TOLD;
        return switch (duty.kind()) {
            case BEFORE_DELIVERY -> DELIVERY_HELD;
            case DELETION, AGREED_USE, ONWARD_TRANSFER, YEARLY, STANDING -> afterDelivery(duty);
        };
    }

    /** A vendor's duty that is about no listing cannot take one off. */
    private static Consequence afterDelivery(Duty duty) {
        return duty.bearer().side() == Side.VENDOR && duty.concern().listing() != null
                ? LISTING_SUSPENDED
                : PARTY_SUSPENDED;
    }
}
