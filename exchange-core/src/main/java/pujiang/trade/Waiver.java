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
 * An officer's exception (例外): a later review of the same scope that asks nothing new is lifted by it. A denial never is.
 *
 * @param rules those that asked for an officer when it was granted
 * @param until the last day on which it counts
 * @param lifting who granted it, on which ground
 */
public record Waiver(Scope scope, List<String> rules, LocalDate until, Lifting lifting) {

    /** What it reaches. */
    public enum Scope {
        /** The trade that it was granted in. */
        TRADE,
        /** Every trade in which this buyer buys this listing. */
        BUYER_WITH_LISTING
    }

    /** What an officer asks for along with an approval. */
    public record Wish(Scope scope, LocalDate until) {

        /** A guard for the day of granting: nothing that outlives what it was granted for being looked at once a year. */
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

    /** Whether this review asks for what it was granted for, and for nothing else; one that names no rule is not covered. */
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
