package pujiang.app.json;

import java.time.LocalDate;
import java.util.Set;
import org.joda.money.Money;
import pujiang.listing.PricePlan;
import pujiang.listing.Purpose;
import pujiang.listing.Terms;
import pujiang.participant.Jurisdiction;

/**
 * Terms as they are requested, answered and stored on boards: with one price, zero being free. A plan that is more than
 * one price needs a separate field here.
 */
record TermsJson(Money price, Set<Purpose> purposes, Set<Jurisdiction> territories, int termDays, LocalDate until) {

    static TermsJson of(Terms terms) {
        return new TermsJson(
                terms.plan().dueNow(), terms.purposes(), terms.territories(), terms.termDays(), terms.until());
    }

    Terms terms() {
        return new Terms(PricePlan.of(price), purposes, territories, termDays, until);
    }
}
