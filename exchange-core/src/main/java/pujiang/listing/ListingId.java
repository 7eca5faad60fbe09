package pujiang.listing;

import pujiang.refusal.Identifiers;

/** The name of a listing, given by whoever created it. */
public record ListingId(String value) {

    public ListingId {
        Identifiers.check("listing", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
