package pujiang.law;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pujiang.compliance.Answer;
import pujiang.compliance.Answer.Known;
import pujiang.compliance.Answer.None;
import pujiang.compliance.Answer.Unknown;
import pujiang.compliance.Fact;
import pujiang.compliance.FactSheet;
import pujiang.compliance.ProposedExchange;

/**
 * A fact as it would have to be.
 *
 * @param fact its dotted name
 * @param from what is known of it now; null if nothing is
 * @param to a value that helps: of what a party can bring about the likeliest, of what nobody has stated yet the first
 * @param oneOf every value to be had that helps as well, as long as other changes are as they are told; of a number or a day
 *     only the boundary
 * @param then the facts with this change
 */
public record Change(String fact, @Nullable String from, String to, List<String> oneOf, FactSheet then) {

    static <T> Change to(ProposedExchange question, Fact<T> fact, T value) {
        var facts = question.facts();
        var to = value.toString();
        return new Change(fact.name(), text(facts.answer(fact)), to, List.of(to), facts.with(fact, value));
    }

    Change amongst(List<String> values) {
        return new Change(fact, from, to, List.copyOf(values), then);
    }

    boolean changesAnything() {
        return !to.equals(from);
    }

    private static @Nullable String text(Answer<?> now) {
        return switch (now) {
            case Known<?>(var value) -> value.toString();
            case None<?> _ -> "none";
            case Unknown<?> _ -> null;
        };
    }
}
