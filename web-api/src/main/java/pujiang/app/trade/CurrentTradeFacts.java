package pujiang.app.trade;

import org.springframework.stereotype.Component;
import pujiang.app.listing.KnownFacts;
import pujiang.app.listing.ListingStops;
import pujiang.app.trade.PartiesBoard.Sides;
import pujiang.compliance.FactSheet;
import pujiang.refusal.Refused;
import pujiang.trade.Agreement;

/** Current facts about the parties and the product of a trade: consents and register entries become outdated. */
@Component
public class CurrentTradeFacts {

    private final PartiesBoard sides;
    private final KnownFacts knownFacts;

    CurrentTradeFacts(PartiesBoard sides, KnownFacts knownFacts) {
        this.sides = sides;
        this.knownFacts = knownFacts;
    }

    /** For evaluations of a trade that has been delivered. */
    public FactSheet facts(Agreement agreement) {
        return facts(of(agreement));
    }

    /**
     * For the continuation of a trade.
     *
     * @throws Refused while a stop covers it
     */
    public FactSheet factsUnlessStopped(Agreement agreement) {
        var of = of(agreement);
        mustNotBeStopped(of);
        return facts(of);
    }

    /** @throws Refused while a stop covers the product, what it is derived from, or a party for good */
    public void mustNotBeStopped(Agreement agreement) {
        mustNotBeStopped(of(agreement));
    }

    private static void mustNotBeStopped(Sides of) {
        ListingStops.overTrade(of.product(), of.vendor(), of.buyer()).ifPresent(stands -> {
            throw new Refused(stands);
        });
    }

    private Sides of(Agreement agreement) {
        return sides.get(agreement.product(), agreement.vendor(), agreement.buyer());
    }

    FactSheet facts(Sides of) {
        return knownFacts.of(of.vendor(), of.product(), of.buyer(), of.stated());
    }
}
