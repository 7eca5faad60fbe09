package pujiang.app.product;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pujiang.app.command.Commands;
import pujiang.app.command.Transactions;
import pujiang.app.participant.ParticipantBoard;
import pujiang.app.security.ActorNames;
import pujiang.app.security.Caller;
import pujiang.app.stop.Parts;
import pujiang.compliance.Assessment;
import pujiang.compliance.AssessmentId;
import pujiang.compliance.FactSheet;
import pujiang.participant.MarketRole;
import pujiang.participant.ParticipantId;
import pujiang.participant.ParticipantRefusal;
import pujiang.product.ProductCommand.AssessProduct;
import pujiang.product.ProductCommand.RegisterProduct;
import pujiang.product.ProductCommand.ResumeProduct;
import pujiang.product.ProductCommand.ReviseProduct;
import pujiang.product.ProductCommand.StateForRecipient;
import pujiang.product.ProductCommand.StrikeOffProduct;
import pujiang.product.ProductCommand.SuspendProduct;
import pujiang.product.ProductDescription;
import pujiang.product.ProductId;
import pujiang.product.ProductProfile;
import pujiang.product.ProductRefusal.Unknown;
import pujiang.product.RecipientStatement;
import pujiang.refusal.Refused;

/** Acts on a product, from a program or a page. */
@Component
public class ProductUseCases {

    private final ProductBoard board;
    private final ParticipantBoard participants;
    private final RecipientHearing hearing;
    private final Commands commands;
    private final Transactions transactions;
    private final ActorNames actorNames;
    private final Clock clock;

    ProductUseCases(
            ProductBoard board,
            ParticipantBoard participants,
            RecipientHearing hearing,
            Commands commands,
            Transactions transactions,
            ActorNames actorNames,
            Clock clock) {
        this.board = board;
        this.participants = participants;
        this.hearing = hearing;
        this.commands = commands;
        this.transactions = transactions;
        this.actorNames = actorNames;
        this.clock = clock;
    }

    /** The vendor's own, or any for staff. */
    public ProductView seen(ProductId product, Caller caller) {
        return board.find(product)
                .filter(view -> caller.staff() || caller.actsFor(view.vendor()))
                .map(view -> shown(view, caller))
                .orElseThrow(() -> new Refused(new Unknown(product)));
    }

    public ProductView shown(ProductView view, Caller caller) {
        return view.shown(stops -> actorNames.shown(stops, caller));
    }

    /** @return whether it is new: the same request again changes nothing */
    public boolean register(ProductId product, ProductDescription description, ProductProfile profile, Caller caller) {
        var vendor = participants.acting(caller.own(), MarketRole.VENDOR);
        return commands.create(new RegisterProduct(product, vendor.id(), description, profile), caller.username());
    }

    /** @param revision that the caller has read */
    public void revise(
            ProductId product, int revision, ProductDescription description, ProductProfile profile, Caller caller) {
        mine(product, caller);
        commands.send(new ReviseProduct(product, revision, description, profile), caller.username());
    }

    /** @return whether it is new: the same request again changes nothing */
    public boolean assess(ProductId product, Assessment assessment, Caller caller) {
        seen(product, caller);
        return commands.create(new AssessProduct(product, assessment), caller.username());
    }

    public void strikeOff(ProductId product, String reason, Caller caller) {
        mine(product, caller);
        commands.send(new StrikeOffProduct(product, reason), caller.username());
    }

    /** Covers all its listings, later ones too, and all that is derived from it. */
    public void suspend(ProductId product, String reason, Caller caller) {
        seen(product, caller);
        commands.send(new SuspendProduct(product, Parts.stop(caller, reason, clock.instant())), caller.username());
    }

    /** @param assessment that remedies the ground, where one is required */
    public void resume(ProductId product, String reason, @Nullable AssessmentId assessment, Caller caller) {
        seen(product, caller);
        commands.send(new ResumeProduct(product, Parts.of(caller), reason, assessment), caller.username());
    }

    /** Products that the caller may change: it must also be in good standing. */
    public void mine(ProductId product, Caller caller) {
        participants.acting(caller.own(), MarketRole.VENDOR);
        seen(product, caller);
    }

    /**
     * Replaces the statement for the recipient. The rules are evaluated again for what waits for an officer.
     *
     * @return whether there was no statement before
     */
    public boolean state(ProductId product, ParticipantId recipient, RecipientStatement statement, Caller caller) {
        mine(product, caller);
        if (participants.find(recipient).isEmpty()) throw new Refused(new ParticipantRefusal.Unknown(recipient));
        var first = board.recipient(product, recipient).isEmpty();
        transactions.run(() -> {
            commands.send(new StateForRecipient(product, recipient, statement), caller.username());
            hearing.stated(product, recipient, caller.username());
        });
        return first;
    }

    /** The statement for the recipient; empty without one. */
    public FactSheet stated(ProductId product, ParticipantId recipient) {
        return board.recipient(product, recipient)
                .map(view -> view.statement().facts())
                .orElse(FactSheet.empty());
    }

    /** As {@link #state}, in addition to earlier statements; the documents of both are named. */
    public void add(ProductId product, ParticipantId recipient, RecipientStatement news, Caller caller) {
        var before = board.recipient(product, recipient).map(RecipientView::statement);
        state(product, recipient, before.map(said -> joined(said, news)).orElse(news), caller);
    }

    private static RecipientStatement joined(RecipientStatement before, RecipientStatement news) {
        var known = before.evidence().contains(news.evidence());
        return new RecipientStatement(
                before.facts().and(news.facts()),
                known ? before.evidence() : before.evidence() + "; " + news.evidence());
    }
}
