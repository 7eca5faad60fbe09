package pujiang.web.quote;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import pujiang.app.decision.DecisionView;
import pujiang.app.quote.MissingFact;
import pujiang.listing.ListingId;
import pujiang.listing.Terms;
import pujiang.web.problem.Problem;

/**
 * What an order would meet, asked before any commitment (报价). Nothing is stored or held: another order may change the
 * answer, and the order itself is judged anew.
 *
 * @param mayOrder whether an order would be concluded at once
 * @param objection what the exchange or the vendor's terms have against it, if anything
 * @param decision what the law says; an order that an officer must look at is held, one that is denied is refused
 * @param missing facts that would settle what is undecided, and who can supply each
 * @param terms at the revision that an order must name
 */
public record Quote(
        ListingId listing,
        int revision,
        boolean mayOrder,
        @Nullable Problem objection,
        DecisionView decision,
        List<MissingFact> missing,
        Terms terms,
        Price price) {

    /**
     * @param feeRate share of the price, from 0 to 1, that the exchange keeps; the vendor bears it
     * @param feeRateSince the day from which that rate is in force
     */
    public record Price(Money total, BigDecimal feeRate, LocalDate feeRateSince, String feeBorneBy) {}
}
