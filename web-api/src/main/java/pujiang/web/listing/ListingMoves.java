package pujiang.web.listing;

import org.springframework.stereotype.Component;
import pujiang.compliance.Clearance.Lifting;
import pujiang.compliance.FactSheet;
import pujiang.listing.ListingCommand;
import pujiang.listing.ListingCommand.ApproveListing;
import pujiang.listing.ListingCommand.RejectListing;
import pujiang.listing.ListingCommand.ResumeListing;
import pujiang.listing.ListingCommand.SuspendListing;
import pujiang.listing.ListingCommand.WithdrawListing;
import pujiang.listing.ListingId;
import pujiang.listing.ListingRefusal.Unknown;
import pujiang.participant.MarketRole;
import pujiang.refusal.Refused;
import pujiang.web.command.Commands;
import pujiang.web.participant.ParticipantBoard;
import pujiang.web.product.ProductBoard;
import pujiang.web.security.Caller;

/** What people do to a listing that exists, from a program or a page. */
@Component
public class ListingMoves {

    private final ListingBoard board;
    private final ProductBoard products;
    private final ParticipantBoard participants;
    private final Dossier dossier;
    private final Commands commands;

    ListingMoves(
            ListingBoard board,
            ProductBoard products,
            ParticipantBoard participants,
            Dossier dossier,
            Commands commands) {
        this.board = board;
        this.products = products;
        this.participants = participants;
        this.dossier = dossier;
        this.commands = commands;
    }

    public void suspend(ListingId listing, String reason, Caller caller) {
        theirs(listing, caller);
        act(new SuspendListing(listing, reason), caller);
    }

    public void resume(ListingId listing, Caller caller) {
        var current = theirs(listing, caller);
        participants.acting(current.offer().vendor(), MarketRole.VENDOR);
        act(new ResumeListing(listing, known(current)), caller);
    }

    public void withdraw(ListingId listing, String reason, Caller caller) {
        theirs(listing, caller);
        act(new WithdrawListing(listing, reason), caller);
    }

    /** The law is asked once more; what it denies, nobody lets pass. */
    public void approve(ListingId listing, String ground, String evidence, Caller caller) {
        var lifting = new Lifting(caller.username(), ground, evidence);
        act(new ApproveListing(listing, lifting, known(theirs(listing, caller))), caller);
    }

    public void reject(ListingId listing, String reason, Caller caller) {
        theirs(listing, caller);
        act(new RejectListing(listing, reason), caller);
    }

    private void act(ListingCommand command, Caller caller) {
        commands.send(command, caller.username());
    }

    /** The caller's own, or anybody's for staff. */
    public ListingView seen(ListingId listing, Caller caller) {
        return board.find(listing)
                .filter(found -> Catalogue.theirs(found, caller))
                .orElseThrow(() -> new Refused(new Unknown(listing)));
    }

    /** The caller's own, in good standing; or anybody's for staff. */
    ListingView theirs(ListingId listing, Caller caller) {
        if (!caller.staff()) participants.acting(caller.own(), MarketRole.VENDOR);
        return seen(listing, caller);
    }

    FactSheet known(ListingView listing) {
        return dossier.of(
                participants.find(listing.offer().vendor()).orElseThrow(),
                products.find(listing.offer().product()).orElseThrow());
    }
}
