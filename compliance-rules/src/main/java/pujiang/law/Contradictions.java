package pujiang.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import pujiang.compliance.ComplianceReview;
import pujiang.compliance.FactDictionary;
import pujiang.compliance.Finding;
import pujiang.compliance.Outcome;
import pujiang.compliance.ProposedExchange;
import pujiang.law.Contradiction.Kind;

/**
 * Searches for pairs of rules that contradict each other on the facts of a decision. It changes one fact at a time and
 * evaluates the rules again. It does not find contradictions that no decision's facts show, that take two facts, or
 * that an unknown fact leaves undecided. An empty result is not a proof.
 */
public final class Contradictions {

    private final ComplianceReview law;

    public Contradictions(ComplianceReview law) {
        this.law = law;
    }

    /** The contradictions on the facts of one question. The rule that fires on these facts comes first. */
    public List<Contradiction> on(ProposedExchange question) {
        var now = Hypothesis.of(law, question);
        var found = new ArrayList<Contradiction>();
        for (var objection : now.objections()) {
            for (var fact : Hypothesis.seen(objection)) {
                if (!now.onlyWayOut(objection.rule(), fact)) continue;
                var changes = Remedies.of(FactDictionary.named(fact).orElseThrow(), question);
                var tried = changes.stream()
                        .map(change -> Hypothesis.of(law, question.given(change.then())))
                        .toList();
                var cured = tried.stream()
                        .filter(then -> !then.objects(objection.rule()))
                        .toList();
                if (cured.isEmpty()) continue;
                var change = changes.get(tried.indexOf(cured.getFirst()));
                eitherObjects(objection, change, now, tried, cured).ifPresent(found::add);
                reliefLost(objection, change, now, cured.getFirst()).ifPresent(found::add);
            }
        }
        return found;
    }

    /** A rule that fires wherever the first does not, has no other remedy, and does not fire for some value. */
    private static Optional<Contradiction> eitherObjects(
            Finding one, Change change, Hypothesis now, List<Hypothesis> tried, List<Hypothesis> cured) {
        Set<String> others = new TreeSet<>(cured.getFirst().objecting());
        others.removeIf(other ->
                !cured.stream().allMatch(then -> then.objects(other) && then.onlyWayOut(other, change.fact())));
        others.removeIf(other -> now.objects(other)
                && tried.stream().filter(then -> then.objects(one.rule())).allMatch(then -> then.objects(other)));
        return others.stream().findFirst().map(other -> told(Kind.EITHER_OBJECTS, one, other, change));
    }

    private static Optional<Contradiction> reliefLost(Finding one, Change change, Hypothesis now, Hypothesis cured) {
        var objectsAnew = new TreeSet<>(cured.objecting());
        objectsAnew.removeAll(now.objecting());
        if (one.outcome() != Outcome.DENY || objectsAnew.isEmpty()) return Optional.empty();
        return now.reliefs().stream()
                .filter(relief -> Hypothesis.seen(relief).contains(change.fact()))
                .map(Finding::rule)
                .filter(relief -> !cured.relieves(relief))
                .findFirst()
                .map(relief -> told(Kind.RELIEF_LOST, one, relief, change));
    }

    private static Contradiction told(Kind kind, Finding one, String other, Change change) {
        var from = change.from() == null ? "?" : change.from();
        return new Contradiction(kind, one.rule(), other, change.fact(), from, change.to());
    }
}
