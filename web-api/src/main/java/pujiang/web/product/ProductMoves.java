package pujiang.web.product;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pujiang.compliance.AssessmentId;
import pujiang.product.ProductCommand.ResumeProduct;
import pujiang.product.ProductCommand.SuspendProduct;
import pujiang.product.ProductId;
import pujiang.product.ProductRefusal.Unknown;
import pujiang.refusal.Refused;
import pujiang.web.command.Commands;
import pujiang.web.security.Caller;
import pujiang.web.stop.Parts;

/** What the exchange's own people do to a product, from a program or a page. */
@Component
public class ProductMoves {

    private final ProductBoard board;
    private final Commands commands;
    private final Clock clock;

    ProductMoves(ProductBoard board, Commands commands, Clock clock) {
        this.board = board;
        this.commands = commands;
        this.clock = clock;
    }

    /** Its vendor's, or anybody's for staff. */
    public ProductView seen(ProductId product, Caller caller) {
        return board.find(product)
                .filter(view -> caller.staff() || caller.actsFor(view.vendor()))
                .orElseThrow(() -> new Refused(new Unknown(product)));
    }

    /** Covers all its listings, later ones too, and all that is derived from it. */
    public void suspend(ProductId product, String reason, Caller caller) {
        seen(product, caller);
        commands.send(new SuspendProduct(product, Parts.stop(caller, reason, clock.instant())), caller.username());
    }

    /** @param assessment that mends the ground, where one is asked for */
    public void resume(ProductId product, String reason, @Nullable AssessmentId assessment, Caller caller) {
        seen(product, caller);
        commands.send(new ResumeProduct(product, Parts.of(caller), reason, assessment), caller.username());
    }
}
