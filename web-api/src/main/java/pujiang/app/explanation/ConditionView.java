package pujiang.app.explanation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pujiang.app.decision.Audience;
import pujiang.app.decision.FindingView.Seen;
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

/**
 * A rule's condition as a tree. An exclusion is inverted, so that everywhere TRUE supports the rule firing, FALSE does
 * not, and UNKNOWN leaves it open.
 *
 * @param truth null where it would reveal a fact that is withheld from the reader
 * @param fact seen by a leaf; null for the others
 * @param meaning of the leaf's fact; null for the others
 */
public record ConditionView(
        Kind kind, @Nullable Truth truth, @Nullable Seen fact, @Nullable Bilingual meaning, List<ConditionView> parts) {

    public enum Kind {
        ALL,
        ANY,
        FACT
    }

    static ConditionView of(Decision decision, Condition condition, Audience reader) {
        return new Teller(decision, reader).of(condition, false);
    }

    /** The decision and its audience. */
    private record Teller(Decision decision, Audience reader) {

        ConditionView of(Condition condition, boolean turned) {
            return switch (condition) {
                case Leaf leaf -> fact(leaf, turned);
                case All(var parts, var truth) -> group(turned ? Kind.ANY : Kind.ALL, parts, truth, turned);
                case Any(var parts, var truth) -> group(turned ? Kind.ALL : Kind.ANY, parts, truth, turned);
                case Not(var part) -> of(part, !turned);
            };
        }

        private ConditionView fact(Leaf leaf, boolean turned) {
            var plain = leaf.observation();
            var seen = Seen.in(decision, turned ? plain.negated() : plain).readBy(reader);
            return new ConditionView(Kind.FACT, seen.truth(), seen, meaning(leaf.fact()), List.of());
        }

        private ConditionView group(Kind kind, List<Condition> parts, Truth truth, boolean turned) {
            var views = parts.stream().map(part -> of(part, turned)).toList();
            if (views.size() == 1) return views.getFirst();
            var telling = views.stream().anyMatch(view -> view.truth() == null);
            return new ConditionView(kind, telling ? null : turned ? truth.negated() : truth, null, null, views);
        }
    }

    private static @Nullable Bilingual meaning(String fact) {
        return FactDictionary.named(fact).map(Fact::words).orElse(null);
    }
}
