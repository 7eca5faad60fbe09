package pujiang.web.trade;

import org.springframework.stereotype.Component;
import pujiang.compliance.FactSheet;
import pujiang.trade.Agreement;
import pujiang.web.listing.Dossier;
import pujiang.web.trade.SidesBoard.Sides;

/** What is known about the parties and the product of a trade, as things are now: consent and registers go stale. */
@Component
public class TradeFile {

    private final SidesBoard sides;
    private final Dossier dossier;

    TradeFile(SidesBoard sides, Dossier dossier) {
        this.sides = sides;
        this.dossier = dossier;
    }

    public FactSheet facts(Agreement agreement) {
        return facts(sides.get(agreement.product(), agreement.vendor(), agreement.buyer()));
    }

    FactSheet facts(Sides of) {
        return dossier.of(of.vendor(), of.product(), of.buyer(), of.stated());
    }
}
