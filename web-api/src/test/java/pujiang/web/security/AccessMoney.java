package pujiang.web.security;

import static pujiang.web.Market.fresh;

import pujiang.app.security.Role;

/** Bookings that wait for a second operator, for the rows of {@code access.txt}. */
final class AccessMoney {

    private final AccessThings things;
    private final AccessCast cast;
    private final AccessCast.Side side;

    AccessMoney(AccessThings things, AccessCast cast, AccessCast.Side side) {
        this.things = things;
        this.cast = cast;
        this.side = side;
    }

    String make(String name) throws Exception {
        return switch (name) {
            case "large-deposit" -> deposit();
            case "large-digest" -> digest();
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** Asked for by an operator who is none of the columns. */
    private String deposit() throws Exception {
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

    private String digest() throws Exception {
        return cast.market()
                .get(cast.operator(), "/bank-bookings/" + things.thing("large-deposit"))
                .text("/digest");
    }
}
