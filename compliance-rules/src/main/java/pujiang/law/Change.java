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
 * A change of one fact that would help.
 *
 * @param fact its dotted name
 * @param from the known value; null if unknown
 * @param to a value that helps: the likeliest that a party can bring about, or the first if the fact is not stated
 * @param oneOf all available values that also help if the other changes are as listed; for a number or a day only the
 *     boundary
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
