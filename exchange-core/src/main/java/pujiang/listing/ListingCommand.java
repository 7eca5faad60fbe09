package pujiang.listing;

import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import pujiang.compliance.Clearance.Lifting;
import pujiang.compliance.FactSheet;
import pujiang.refusal.Texts;
import pujiang.stop.Author;
import pujiang.stop.Stop;

/** The commands of a listing. Where rules are evaluated, the known facts of parties and product are included. */
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

    /** Suspensions add up; a repeated one changes nothing. */
    record SuspendListing(@TargetAggregateIdentifier ListingId listing, Stop stop) implements ListingCommand {}

    /**
     * Lifts the suspensions that the caller may lift. If none remains, the rules decide whether the listing is active
     * again.
     *
     * @param by the roles in which the caller acts
     * @param mended recalls and obligations behind suspensions whose ground has been remedied
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
     * Approves a held listing. The rules are evaluated again, and a denial cannot be approved.
     *
     * @param read digest of the decision that the officer has read
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

    /** Time has passed: a held listing past its deadline lapses, and one past its last day ends. */
    record EndListingWait(@TargetAggregateIdentifier ListingId listing) implements ListingCommand {}
}
