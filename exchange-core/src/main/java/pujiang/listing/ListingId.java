package pujiang.listing;

import pujiang.refusal.Identifiers;

/** The name of a listing, chosen when it is created. */
public record ListingId(String value) {

    public ListingId {
        Identifiers.check("listing", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
