package pujiang.listing;

import pujiang.refusal.Refusal;

/** Why a request about a listing is turned away, in order of precedence. */
public sealed interface ListingRefusal extends Refusal {

    /** The id is taken by a listing with other content. */
    record AlreadyListed(ListingId listing) implements ListingRefusal {}

    record Unknown(ListingId listing) implements ListingRefusal {}

    /** The state does not allow the action. */
    record WrongState(ListingId listing, String state, String needed) implements ListingRefusal {}

    /** The answer that the officer has read is not, or no longer, the one that lies before the officers. */
    record AnotherAnswer(ListingId listing, String read, String current) implements ListingRefusal {}

    /** Somebody else has revised it since the caller read it. */
    record StaleRevision(ListingId listing, int given, int current) implements ListingRefusal {}
}
