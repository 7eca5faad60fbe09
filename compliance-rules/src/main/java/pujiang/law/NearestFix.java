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
 * What would let a question through that does not pass: the fewest changes, tried on the law itself. Every finding in the
 * way must go, and none goes while all that it saw stays as it is; so one change after the other is tried of what the
 * finding with the fewest ways out saw.
 */
public final class NearestFix {

    /** More changes than this are another trade. */
    public static final int MOST_CHANGES = 3;

    private final ComplianceReview law;
    /** Facts that were tried already, with as many changes still to come: another order of the same changes. */
    private final Set<Tried> tried = new HashSet<>();

    private final TimeLimit limit;
    private final long begun;

    private NearestFix(ComplianceReview law, TimeLimit limit) {
        this.law = law;
        this.limit = limit;
        this.begun = limit.nanoseconds().getAsLong();
    }

    /**
     * @param changes the fewest that let the question through; empty if it passes already, or if there are none of up to
     *     {@link #MOST_CHANGES}
     * @param after the decision with them, each to the value that is told first; the decision as it is, if there are none
     * @param beyond the rules that nobody can remedy
     */
    public record Fix(List<Change> changes, Decision after, List<String> beyond) {

        public boolean found() {
            return after.clearance().isPresent();
        }
    }

    /**
     * Looks for the nearest fix; {@code now} is the law's answer to the question as it is.
     *
     * @param limit for the whole search, which asks the law hundreds of times
     * @throws LawTimeout if it is over
     */
    public static Fix of(ComplianceReview law, ProposedExchange question, Decision now, TimeLimit limit) {
        var search = new NearestFix(law, limit);
        // What can be remedied by a number is remedied by the number of the book that is asked.
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

    /** Each change in turn is tried with the other values to be had, the rest being changed already. */
    private Fix withEveryValue(ProposedExchange question, Fix fix) {
        var changes = fix.changes().stream()
                .map(change -> withEveryValue(question, change, fix.after().facts()))
                .toList();
        return new Fix(changes, fix.after(), fix.beyond());
    }

    private Change withEveryValue(ProposedExchange question, Change change, FactSheet changed) {
        var fact = FactDictionary.named(change.fact()).orElseThrow();
        // What counts and dates could be besides has no end.
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

    /** Of each finding in the way, the one with the fewest first. */
    private static List<List<Change>> waysOut(Decision now, ProposedExchange question) {
        return blocking(now).stream()
                .map(finding -> waysOut(finding, question))
                .sorted(Comparator.comparingInt(List::size))
                .toList();
    }

    /** Findings that saw nothing in common need a change each. */
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
        // At delivery an open duty is in the way as well.
        var least = worst.filter(outcome -> outcome == Outcome.OBLIGATION).orElse(Outcome.REQUIRE_REVIEW);
        return decision.findings().stream()
                .filter(finding -> finding.outcome().compareTo(least) >= 0)
                .toList();
    }

    private static List<Change> waysOut(Finding finding, ProposedExchange question) {
        return finding.conditions().stream()
                // What is false already is no reason; making it true would be one more.
                .filter(seen -> seen.truth() != Truth.FALSE)
                .map(Observation::fact)
                .distinct()
                .flatMap(name -> Remedies.of(FactDictionary.named(name).orElseThrow(), question).stream())
                .toList();
    }

    private record Tried(int left, ProposedExchange question) {}
}
