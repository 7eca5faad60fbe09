package pujiang.listing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import pujiang.calendar.Shanghai;
import pujiang.participant.Jurisdiction;
import pujiang.refusal.Amounts;
import pujiang.refusal.Days;
import pujiang.refusal.Invalid;
import pujiang.refusal.Numbers;

/**
 * The terms on which a product is offered.
 *
 * @param plan its amounts are at most {@link Amounts#HIGHEST}
 * @param purposes the permitted uses of the data
 * @param territories where the buyer may be
 * @param termDays how long the data may be used after delivery, 1 to 3,650 days
 * @param until the last day for orders, at most {@link Days#LAST}
 */
public record Terms(
        PricePlan plan, Set<Purpose> purposes, Set<Jurisdiction> territories, int termDays, LocalDate until) {

    private static final int LONGEST_TERM_DAYS = 3_650;

    public Terms {
        if (purposes.isEmpty()) throw Invalid.at("terms.purposes", "list.empty", "must name at least one purpose");
        if (territories.isEmpty())
            throw Invalid.at("terms.territories", "list.empty", "must name at least one territory");
        Numbers.check("terms.termDays", termDays, 1, LONGEST_TERM_DAYS);
        purposes = Collections.unmodifiableSet(new TreeSet<>(purposes));
        territories = Collections.unmodifiableSet(new TreeSet<>(territories));
    }

    /** The end of the last day in Shanghai; for terms from before the calendar, at most its end. */
    public Instant end() {
        return Shanghai.endOf(Days.within(until));
    }

    /** Applies to the moment of offering, not to the value: terms from before the bounds existed are still read. */
    void mustBeInRange() {
        Amounts.check("terms.price.amount", plan.dueNow());
        Days.check("terms.until", until);
    }
}
