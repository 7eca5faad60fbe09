package pujiang.listing;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import pujiang.compliance.Clearance.Lifting;
import pujiang.compliance.FactSheet;

/** What can be asked of a listing. Where the law is asked, the known facts of the parties and the product come along. */
public sealed interface ListingCommand {

    ListingId listing();

    record PublishListing(@TargetAggregateIdentifier ListingId listing, Offer offer, FactSheet known)
            implements ListingCommand {}

    /** @param revision the revision that the vendor has read */
    record ReviseListing(@TargetAggregateIdentifier ListingId listing, int revision, Terms terms, FactSheet known)
            implements ListingCommand {}

    record SuspendListing(@TargetAggregateIdentifier ListingId listing, String reason) implements ListingCommand {}

    record ResumeListing(@TargetAggregateIdentifier ListingId listing, FactSheet known) implements ListingCommand {}

    record WithdrawListing(@TargetAggregateIdentifier ListingId listing, String reason) implements ListingCommand {}

    /** An officer lets a held listing pass; the law is asked once more, and a denial still stands. */
    record ApproveListing(@TargetAggregateIdentifier ListingId listing, Lifting lifting, FactSheet known)
            implements ListingCommand {}

    record RejectListing(@TargetAggregateIdentifier ListingId listing, String reason) implements ListingCommand {}

    /** Time has passed: a held listing whose day has come lapses. */
    record EndListingWait(@TargetAggregateIdentifier ListingId listing) implements ListingCommand {}
}
