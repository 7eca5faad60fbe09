package pujiang.listing;

import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import pujiang.compliance.Clearance.Lifting;
import pujiang.compliance.FactSheet;
import pujiang.refusal.Texts;
import pujiang.stop.Author;
import pujiang.stop.Stop;

/** What can be asked of a listing. Where the law is asked, the known facts of the parties and the product come along. */
public sealed interface ListingCommand {

    /** Characters of a reason, a ground or a place of evidence. */
    int LONGEST_REASON = 2_000;

    ListingId listing();

    record PublishListing(@TargetAggregateIdentifier ListingId listing, Offer offer, FactSheet known)
            implements ListingCommand {

        public PublishListing {
            offer.terms().mustBeInRange();
        }
    }

    /** @param revision the revision that the vendor has read */
    record ReviseListing(@TargetAggregateIdentifier ListingId listing, int revision, Terms terms, FactSheet known)
            implements ListingCommand {

        public ReviseListing {
            terms.mustBeInRange();
        }
    }

    /** Stops add up; the same one again changes nothing. */
    record SuspendListing(@TargetAggregateIdentifier ListingId listing, Stop stop) implements ListingCommand {}

    /**
     * Lifts what the caller may lift; where nothing else stands, the law decides whether the listing comes back.
     *
     * @param by in which parts the caller acts
     * @param mended recalls and obligations behind stops of the listing whose ground stands no longer
     */
    record ResumeListing(
            @TargetAggregateIdentifier ListingId listing, Set<Author> by, Set<String> mended, FactSheet known)
            implements ListingCommand {}

    record WithdrawListing(@TargetAggregateIdentifier ListingId listing, String reason) implements ListingCommand {

        public WithdrawListing {
            Texts.check("reason", reason, LONGEST_REASON);
        }
    }

    /**
     * An officer lets a held listing pass; the law is asked once more, and a denial still stands.
     *
     * @param read digest of the answer that the officer has read
     */
    record ApproveListing(@TargetAggregateIdentifier ListingId listing, String read, Lifting lifting, FactSheet known)
            implements ListingCommand {

        public ApproveListing {
            Texts.check("ground", lifting.ground(), LONGEST_REASON);
            Texts.check("evidence", lifting.evidence(), LONGEST_REASON);
        }
    }

    record RejectListing(@TargetAggregateIdentifier ListingId listing, String reason) implements ListingCommand {

        public RejectListing {
            Texts.check("reason", reason, LONGEST_REASON);
        }
    }

    /** Time has passed: a held listing whose day has come lapses, and one whose last day is over ends. */
    record EndListingWait(@TargetAggregateIdentifier ListingId listing) implements ListingCommand {}
}
