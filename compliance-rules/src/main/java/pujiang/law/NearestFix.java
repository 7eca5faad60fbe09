package pujiang.law;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pujiang.compliance.ComplianceReview;
import pujiang.compliance.Condition.Observation;
import pujiang.compliance.Decision;
import pujiang.compliance.FactDictionary;
import pujiang.compliance.FactSheet;
import pujiang.compliance.Finding;
import pujiang.compliance.Outcome;
import pujiang.compliance.ProposedExchange;
import pujiang.compliance.Truth;

/**
 * Finds the fewest changes with which a denied or held question would be allowed, by evaluating the rules. Every
 * blocking finding must go, and none goes while its observations stay the same. So the search changes, one after the
 * other, the facts observed by the finding with the fewest remedies.
 */
public final class NearestFix {

    /** More changes than this would be another trade. */
    public static final int MOST_CHANGES = 3;

    private final ComplianceReview law;
    /** Facts tried already, with the number of changes still allowed: avoids other orders of the same changes. */
    private final Set<Tried> tried = new HashSet<>();

    private final TimeLimit limit;
    private final long begun;

    private NearestFix(ComplianceReview law, TimeLimit limit) {
        this.law = law;
        this.limit = limit;
        this.begun = limit.nanoseconds().getAsLong();
    }

    /**
     * @param changes the fewest with which the question is allowed; empty if it is allowed already, or not possible
     *     with {@link #MOST_CHANGES}
     * @param after the decision with these changes, each to its first value; the present decision if there are none
     * @param beyond the rules that cannot be remedied
     */
    public record Fix(List<Change> changes, Decision after, List<String> beyond) {

        public boolean found() {
            return after.clearance().isPresent();
        }
    }

    /**
     * Looks for the nearest fix; {@code now} is the present decision.
     *
     * @param limit for the whole search, which evaluates the rules hundreds of times
     * @throws LawTimeout if the limit has passed
     */
    public static Fix of(ComplianceReview law, ProposedExchange question, Decision now, TimeLimit limit) {
        var search = new NearestFix(law, limit);
        // A threshold is remedied by the number of the rule book that is evaluated.
        return law instanceof LawReview review
                ? review.asking(() -> search.of(question, now))
                : search.of(question, now);
    }

    private Fix of(ProposedExchange question, Decision now) {
        if (now.clearance().isPresent()) return new Fix(List.of(), now, List.of());
        var beyond = blocking(now).stream()
                .filter(finding -> waysOut(finding, question).isEmpty())
                .map(Finding::rule)
                .toList();
        for (int most = 1; beyond.isEmpty() && most <= MOST_CHANGES; most++) {
            tried.clear();
            var fix = within(most, question, now);
            if (fix.isPresent()) return withEveryValue(question, fix.get());
        }
        return new Fix(List.of(), now, beyond);
    }

    /** Each change is tried with its other available values, while the other changes stay in place. */
    private Fix withEveryValue(ProposedExchange question, Fix fix) {
        var changes = fix.changes().stream()
                .map(change -> withEveryValue(question, change, fix.after().facts()))
                .toList();
        return new Fix(changes, fix.after(), fix.beyond());
    }

    private Change withEveryValue(ProposedExchange question, Change change, FactSheet changed) {
        var fact = FactDictionary.named(change.fact()).orElseThrow();
        // The other possible values of counts and dates are endless.
        if (fact.values().isEmpty()) return change;
        var asItIs = question.facts().named(List.of(fact.name()));
        var others = question.given(changed.without(fact).and(asItIs));
        return change.amongst(Remedies.of(fact, others).stream()
                .filter(one -> one.to().equals(change.to())
                        || ask(others.given(one.then())).clearance().isPresent())
                .map(Change::to)
                .toList());
    }

    private Optional<Fix> within(int most, ProposedExchange question, Decision now) {
        if (now.clearance().isPresent()) return Optional.of(new Fix(List.of(), now, List.of()));
        if (most == 0) return Optional.empty();
        var ways = waysOut(now, question);
        if (atLeast(ways) > most) return Optional.empty();
        for (var change : ways.getFirst()) {
            var then = question.given(change.then());
            if (!tried.add(new Tried(most, then))) continue;
            var rest = within(most - 1, then, ask(then));
            if (rest.isPresent()) return Optional.of(after(change, rest.get()));
        }
        return Optional.empty();
    }

    private Decision ask(ProposedExchange question) {
        if (limit.nanoseconds().getAsLong() - begun > limit.most().toNanos()) {
            throw new LawTimeout("no fix is found", limit.most());
        }
        return law.review(question);
    }

    private static Fix after(Change first, Fix rest) {
        var changes = new ArrayList<Change>();
        changes.add(first);
        changes.addAll(rest.changes());
        return new Fix(List.copyOf(changes), rest.after(), List.of());
    }

    /** The remedies of each blocking finding, the finding with the fewest first. */
    private static List<List<Change>> waysOut(Decision now, ProposedExchange question) {
        return blocking(now).stream()
                .map(finding -> waysOut(finding, question))
                .sorted(Comparator.comparingInt(List::size))
                .toList();
    }

    /** Findings without a common observation need a change each. */
    private static int atLeast(List<List<Change>> ways) {
        var facts = new HashSet<String>();
        int changes = 0;
        for (var way : ways) {
            var its = way.stream().map(Change::fact).toList();
            if (Collections.disjoint(facts, its)) changes++;
            facts.addAll(its);
        }
        return changes;
    }

    private static List<Finding> blocking(Decision decision) {
        var worst = decision.findings().stream().map(Finding::outcome).max(Comparator.naturalOrder());
        // At delivery an open obligation also blocks.
        var least = worst.filter(outcome -> outcome == Outcome.OBLIGATION).orElse(Outcome.REQUIRE_REVIEW);
        return decision.findings().stream()
                .filter(finding -> finding.outcome().compareTo(least) >= 0)
                .toList();
    }

    private static List<Change> waysOut(Finding finding, ProposedExchange question) {
        return finding.conditions().stream()
                // A false observation is not a reason; making it true would add one.
                .filter(seen -> seen.truth() != Truth.FALSE)
                .map(Observation::fact)
                .distinct()
                .flatMap(name -> Remedies.of(FactDictionary.named(name).orElseThrow(), question).stream())
                .toList();
    }

    private record Tried(int left, ProposedExchange question) {}
}
