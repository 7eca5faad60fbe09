package pujiang.web.security;

import static pujiang.web.Market.fresh;

/** Bookings that wait for a second operator, for the rows of {@code access.txt}. */
final class AccessMoney {

    private AccessMoney() {}

    /** Asked for by an operator who is none of the columns. */
    static String largeDeposit(AccessCast cast, AccessCast.Side side) throws Exception {
        var reference = fresh("large");
        cast.market()
                .post(
                        cast.market().staff(Role.OPERATOR),
                        "/accounts/" + side.vendor() + "/deposits",
                        """
                        {"amount": {"amount": "10000000.00", "currency": "CNY"}, "reference": "%s"}"""
                                .formatted(reference))
                .is(202);
        return "in." + reference + ".1";
    }

    static String digest(AccessCast cast, String booking) throws Exception {
        return cast.market().get(cast.operator(), "/bank-bookings/" + booking).text("/digest");
    }
}
