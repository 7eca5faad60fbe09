package pujiang.listing;

import pujiang.refusal.Refusal;

/** The reasons for refusing a request about a listing, in order of precedence. */
public sealed interface ListingRefusal extends Refusal {

    /** The id is taken by a listing with other content. */
    record AlreadyListed(ListingId listing) implements ListingRefusal {}

    record Unknown(ListingId listing) implements ListingRefusal {}

    /** The state does not allow the action. */
    record WrongState(ListingId listing, String state, String needed) implements ListingRefusal {}

    /** The decision that the officer has read is not, or no longer, the one under review. */
    record AnotherAnswer(ListingId listing, String read, String current) implements ListingRefusal {}

    /** It has been revised since the caller read it. */
    record StaleRevision(ListingId listing, int given, int current) implements ListingRefusal {}
}
