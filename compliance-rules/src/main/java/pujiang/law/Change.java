package pujiang.law;

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
 * @param then the facts with this change
 */
public record Change(String fact, @Nullable String from, String to, FactSheet then) {

    static <T> Change to(ProposedExchange question, Fact<T> fact, T value) {
        var facts = question.facts();
        return new Change(fact.name(), text(facts.answer(fact)), value.toString(), facts.with(fact, value));
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
