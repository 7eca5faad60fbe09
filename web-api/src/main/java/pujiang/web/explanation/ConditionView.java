package pujiang.web.explanation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pujiang.compliance.Bilingual;
import pujiang.compliance.Condition;
import pujiang.compliance.Condition.All;
import pujiang.compliance.Condition.Any;
import pujiang.compliance.Condition.Leaf;
import pujiang.compliance.Condition.Not;
import pujiang.compliance.Decision;
import pujiang.compliance.Fact;
import pujiang.compliance.FactDictionary;
import pujiang.compliance.Truth;
import pujiang.web.decision.FindingView.Seen;

/**
 * A rule's condition as a tree. What a rule excludes is turned round, so that TRUE speaks for the rule everywhere in it,
 * FALSE against it, and UNKNOWN leaves it open.
 *
 * @param fact what a leaf saw; null for the others
 * @param meaning of the leaf's fact; null for the others
 */
public record ConditionView(
        Kind kind, Truth truth, @Nullable Seen fact, @Nullable Bilingual meaning, List<ConditionView> parts) {

    public enum Kind {
        ALL,
        ANY,
        FACT
    }

    static ConditionView of(Decision decision, Condition condition) {
        return of(decision, condition, false);
    }

    private static ConditionView of(Decision decision, Condition condition, boolean turned) {
        return switch (condition) {
            case Leaf leaf -> fact(decision, leaf, turned);
            case All(var parts, var truth) -> group(turned ? Kind.ANY : Kind.ALL, decision, parts, truth, turned);
            case Any(var parts, var truth) -> group(turned ? Kind.ALL : Kind.ANY, decision, parts, truth, turned);
            case Not(var part) -> of(decision, part, !turned);
        };
    }

    private static ConditionView fact(Decision decision, Leaf leaf, boolean turned) {
        var plain = leaf.observation();
        var seen = Seen.in(decision, turned ? plain.negated() : plain);
        return new ConditionView(Kind.FACT, seen.truth(), seen, meaning(leaf.fact()), List.of());
    }

    private static ConditionView group(
            Kind kind, Decision decision, List<Condition> parts, Truth truth, boolean turned) {
        var views = parts.stream().map(part -> of(decision, part, turned)).toList();
        return views.size() == 1
                ? views.getFirst()
                : new ConditionView(kind, turned ? truth.negated() : truth, null, null, views);
    }

    private static @Nullable Bilingual meaning(String fact) {
        return FactDictionary.named(fact).map(Fact::words).orElse(null);
    }
}
