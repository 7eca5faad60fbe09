package pujiang.app.listing;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import pujiang.app.command.Commands;
import pujiang.app.command.Transactions;
import pujiang.app.decision.DecisionView;
import pujiang.app.participant.ParticipantBoard;
import pujiang.app.product.ProductBoard;
import pujiang.app.product.ProductView;
import pujiang.app.security.Caller;
import pujiang.app.stop.Discharges;
import pujiang.app.stop.Parts;
import pujiang.compliance.Clearance.Lifting;
import pujiang.compliance.FactSheet;
import pujiang.listing.ListingCommand;
import pujiang.listing.ListingCommand.ApproveListing;
import pujiang.listing.ListingCommand.PublishListing;
import pujiang.listing.ListingCommand.RejectListing;
import pujiang.listing.ListingCommand.ResumeListing;
import pujiang.listing.ListingCommand.ReviseListing;
import pujiang.listing.ListingCommand.SuspendListing;
import pujiang.listing.ListingCommand.WithdrawListing;
import pujiang.listing.ListingId;
import pujiang.listing.ListingRefusal.Unknown;
import pujiang.listing.Offer;
import pujiang.listing.Terms;
import pujiang.participant.MarketRole;
import pujiang.product.ProductId;
import pujiang.product.ProductRefusal;
import pujiang.refusal.Invalid;
import pujiang.refusal.Refused;
import pujiang.stop.Author;
import pujiang.stop.Ground;
import pujiang.stop.Stop;
import pujiang.stop.Stops;

/** Acts of people on an existing listing, from a program or a page. */
@Component
public class ListingUseCases {

    private final ListingBoard board;
    private final ProductBoard products;
    private final ParticipantBoard participants;
    private final KnownFacts knownFacts;
    private final ListingStops listingStops;
    private final Discharges discharges;
    private final Commands commands;
    private final Transactions transactions;
    private final Clock clock;

    ListingUseCases(
            ListingBoard board,
            ProductBoard products,
            ParticipantBoard participants,
            KnownFacts knownFacts,
            ListingStops listingStops,
            Discharges discharges,
            Commands commands,
            Transactions transactions,
            Clock clock) {
        this.board = board;
        this.products = products;
        this.participants = participants;
        this.knownFacts = knownFacts;
        this.listingStops = listingStops;
        this.discharges = discharges;
        this.commands = commands;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Offers a product, once.
     *
     * @return whether it is new: the same request again changes nothing, whatever stops were set since
     */
    public boolean publish(ListingId listing, ProductId product, Terms terms, Caller caller) {
        var vendor = participants.acting(caller.own(), MarketRole.VENDOR);
        var offer = new Offer(own(product, caller).id(), vendor.id(), terms);
        var earlier = board.find(listing);
        if (earlier.isPresent()) return commands.create(publishing(listing, offer), caller.username());
        return transactions.of(() -> {
            mustNotBeStopped(listing, offer);
            return commands.create(publishing(listing, offer), caller.username());
        });
    }

    private ProductView own(ProductId product, Caller caller) {
        return products.find(product)
                .filter(found -> caller.actsFor(found.vendor()))
                .orElseThrow(() -> new Refused(new ProductRefusal.Unknown(product)));
    }

    private PublishListing publishing(ListingId listing, Offer offer) {
        var product = products.find(offer.product()).orElseThrow();
        var vendor = participants.find(offer.vendor()).orElseThrow();
        return new PublishListing(listing, offer, knownFacts.of(vendor, product));
    }

    /** @throws Refused unless the listing is the caller's and offers that product: another one needs another listing */
    public void mustOffer(ListingId listing, ProductId product, Caller caller) {
        if (!theirs(listing, caller).offer().product().equals(product)) {
            throw Invalid.at("product", "field.fixed", "cannot be changed");
        }
    }

    /** @param revision that the caller has read */
    public void revise(ListingId listing, int revision, Terms terms, Caller caller) {
        var current = theirs(listing, caller);
        transactions.of(() -> {
            mustNotBeStopped(current.id(), current.offer());
            act(new ReviseListing(current.id(), revision, terms, known(current)), caller);
            return true;
        });
    }

    public void suspend(ListingId listing, String reason, Caller caller) {
        theirs(listing, caller);
        act(new SuspendListing(listing, Parts.stop(caller, reason, clock.instant())), caller);
    }

    /** Ends the stops that the caller may end; without other stops, the rules decide whether the listing is resumed. */
    public void resume(ListingId listing, Caller caller) {
        var current = theirs(listing, caller);
        var whose = Parts.of(caller);
        var lifted = new Stops(current.stops()).liftedBy("listing " + listing, whose, mended(current));
        mayComeBack(listing, current.offer(), lifted);
        participants.acting(current.offer().vendor(), MarketRole.VENDOR);
        act(new ResumeListing(listing, whose, mended(current), known(current)), caller);
    }

    /**
     * An authority that ends its own stop has decided on this very listing, whatever other listings of the product
     * have.
     */
    private void mayComeBack(ListingId listing, Offer offer, List<Stop> lifted) {
        var product = products.find(offer.product()).orElseThrow();
        var vendor = participants.find(offer.vendor()).orElseThrow();
        if (lifted.stream().anyMatch(stop -> stop.ground().bindsSuccessors()))
            listingStops.mustNotStandOn(product, vendor);
        else listingStops.mustNotReach(listing, product, vendor);
    }

    /** Discharged obligations, and recalls that no longer affect the product or the vendor. */
    private Set<String> mended(ListingView listing) {
        var mended = new HashSet<>(discharges.among(new Stops(listing.stops())));
        var product = products.find(listing.offer().product()).orElseThrow();
        var vendor = participants.find(listing.offer().vendor()).orElseThrow();
        for (var stop : listing.stops()) {
            var over = stop.ground() == Ground.PARTY_DISQUALIFIED ? vendor.stops() : product.stops();
            if (stop.author() == Author.RECALL && !new Stops(over).contains(stop)) {
                mended.add(Objects.requireNonNull(stop.cause()));
            }
        }
        return mended;
    }

    private void mustNotBeStopped(ListingId listing, Offer offer) {
        var product = products.find(offer.product()).orElseThrow();
        listingStops.mustNotReach(
                listing, product, participants.find(offer.vendor()).orElseThrow());
    }

    public void withdraw(ListingId listing, String reason, Caller caller) {
        theirs(listing, caller);
        act(new WithdrawListing(listing, reason), caller);
    }

    /**
     * The reasons of an officer's approval of a held listing.
     *
     * @param decision digest of the result that the officer has read; the approval is for that result only
     * @param ground of the approval
     * @param evidence where the evidence can be seen
     */
    public record ApprovalRequest(String decision, String ground, String evidence) {

        public ApprovalRequest {
            DecisionView.mustBeDigest("decision", decision);
        }
    }

    /** The rules are evaluated again on current facts. An officer cannot approve what they deny. */
    public void approve(ListingId listing, ApprovalRequest approval, Caller caller) {
        var lifting = new Lifting(caller.username(), approval.ground(), approval.evidence());
        var current = theirs(listing, caller);
        mustNotBeStopped(listing, current.offer());
        act(new ApproveListing(listing, approval.decision(), lifting, known(current)), caller);
    }

    public void reject(ListingId listing, String reason, Caller caller) {
        theirs(listing, caller);
        act(new RejectListing(listing, reason), caller);
    }

    private void act(ListingCommand command, Caller caller) {
        commands.send(command, caller.username());
    }

    /** The caller's own, or any for staff. */
    public ListingView seen(ListingId listing, Caller caller) {
        return board.find(listing)
                .filter(found -> Catalogue.theirs(found, caller))
                .orElseThrow(() -> new Refused(new Unknown(listing)));
    }

    /** The caller's own, in good standing; or any for staff. */
    public ListingView theirs(ListingId listing, Caller caller) {
        if (!caller.staff()) participants.acting(caller.own(), MarketRole.VENDOR);
        return seen(listing, caller);
    }

    FactSheet known(ListingView listing) {
        return knownFacts.of(
                participants.find(listing.offer().vendor()).orElseThrow(),
                products.find(listing.offer().product()).orElseThrow());
    }
}
