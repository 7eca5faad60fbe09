package pujiang.obligation;

import pujiang.obligation.ResponsibleParty.Side;

/**
 * The exchange's action when an obligation is breached. The articles require supervision of the recipient, and that a
 * platform stop serving a party that breaks the law. The action, and that it is immediate, are our own choice:
 *
 * <pre>
 * who, what                          what follows                    by
 * any party, before delivery         the delivery stays held         the rules at the delivery gate
 * buyer, after delivery              it can no longer buy            NDSR art. 12(1), PIPL art. 23; SHDR art. 67(2)
 * vendor, after delivery             the listing is suspended        NDSR arts. 31, 33, 40(1); SHDR art. 67(2)
 * exchange, any obligation           the operator is informed        SHDR art. 67; the exchange is not suspended
 * </pre>
 */
public enum Consequence {
    DELIVERY_HELD,
    /** Suspends the party as a whole: buying alone cannot be suspended. It still completes its obligations. */
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

    /** A vendor's obligation without a listing cannot suspend one. */
    private static Consequence afterDelivery(Duty duty) {
        return duty.bearer().side() == Side.VENDOR && duty.concern().listing() != null
                ? LISTING_SUSPENDED
                : PARTY_SUSPENDED;
    }
}
