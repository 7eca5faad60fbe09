package pujiang.trade;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import pujiang.compliance.Clearance.Lifting;
import pujiang.compliance.Decision;
import pujiang.compliance.Finding;
import pujiang.compliance.Outcome;
import pujiang.compliance.Verdict;
import pujiang.refusal.Invalid;

/**
 * An officer's exception (例外). It covers later reviews of its scope that no other rule requires, never a denial.
 *
 * @param rules the rules that required an officer when it was granted
 * @param until its last day
 * @param lifting the officer who granted it, and the ground
 */
public record Waiver(Scope scope, List<String> rules, LocalDate until, Lifting lifting) {

    /** The reviews that it covers. */
    public enum Scope {
        /** The trade that it was granted in. */
        TRADE,
        /** Every trade in which this buyer buys this listing. */
        BUYER_WITH_LISTING
    }

    /** The exception that an officer requests with an approval. */
    public record Wish(Scope scope, LocalDate until) {

        /** Applies to the day of granting: an exception lasts at most a year and must then be reviewed. */
        void mustCountFrom(LocalDate day) {
            if (until.isBefore(day)) {
                throw Invalid.at("exception.until", "date.in-the-past", "must not be in the past");
            }
            if (until.isAfter(day.plusYears(1))) {
                throw Invalid.at("exception.until", "date.too-far", "must be within a year");
            }
        }
    }

    public Waiver {
        rules = List.copyOf(rules);
    }

    static Waiver of(Wish wish, Decision open, Lifting by) {
        return new Waiver(wish.scope(), asking(open), wish.until(), by);
    }

    /** Whether only rules of the exception require this review; a review without a rule is not covered. */
    boolean covers(Decision decision, LocalDate on) {
        return decision.verdict() == Verdict.REQUIRE_REVIEW
                && !on.isAfter(until)
                && !rules.isEmpty()
                && Set.copyOf(rules).equals(Set.copyOf(asking(decision)));
    }

    private static List<String> asking(Decision decision) {
        return decision.findings().stream()
                .filter(finding -> finding.outcome() == Outcome.REQUIRE_REVIEW)
                .map(Finding::rule)
                .distinct()
                .sorted()
                .toList();
    }
}
