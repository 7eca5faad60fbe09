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
 * @param plan of which no amount is above {@link Amounts#HIGHEST}
 * @param purposes what the data may be used for
 * @param territories where the buyer may be
 * @param termDays how long the data may be used after delivery, 1 to 3,650 days
 * @param until the last day on which an order is taken, at most {@link Days#LAST}
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

    /** The end of the last day in Shanghai; beyond the calendar, for terms from before there was one, that of the calendar. */
    public Instant end() {
        return Shanghai.endOf(Days.within(until));
    }

    /** A guard for the moment of offering, not of the value: terms from before there were bounds are read for ever. */
    void mustBeInRange() {
        Amounts.check("terms.price.amount", plan.dueNow());
        Days.check("terms.until", until);
    }
}
