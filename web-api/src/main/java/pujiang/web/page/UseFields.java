package pujiang.web.page;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pujiang.compliance.Fact;
import pujiang.compliance.FactDictionary;
import pujiang.compliance.FactSheet;
import pujiang.compliance.Standing;
import pujiang.compliance.Step;
import pujiang.web.page.Field.Choice;

/** Fields for what a party states to the law. None holds anything before somebody has chosen it. */
final class UseFields {

    private UseFields() {}

    /** What a buyer may state of its use, each of which may be left open, without what it has stated already. */
    static List<Field> beyond(FactSheet stated, Reader reader) {
        return optional(Step.USE, fact -> stated.answer(fact).isUnknown(), reader);
    }

    /**
     * Those of these facts that are stated at a step, and what has been stated at it before: it can be stated anew, or left
     * as it is.
     */
    static List<Field> of(Set<String> names, FactSheet stated, Step step, Reader reader) {
        var before = stated.stated();
        return asked(step, fact -> names.contains(fact.name()) || before.containsKey(fact.name()))
                .map(fact -> before.containsKey(fact.name())
                        ? again(fact, before.get(fact.name()), reader)
                        : optional(fact, reader))
                .toList();
    }

    private static List<Field> optional(Step step, Predicate<Fact<?>> asked, Reader reader) {
        return asked(step, asked).map(fact -> optional(fact, reader)).toList();
    }

    private static Stream<Fact<?>> asked(Step step, Predicate<Fact<?>> asked) {
        return FactDictionary.all().stream()
                .filter(fact -> Standing.of(fact).at().contains(step))
                .filter(asked);
    }

    /** @param stated null for none */
    private static Field again(Fact<?> fact, @Nullable Object stated, Reader reader) {
        var said = reader.word("ask.as-stated", stated == null ? "-" : reader.value(stated));
        var choices = choices(fact, reader);
        return choices.isEmpty() ? Field.factAtWill(fact).telling(said, reader) : optional(fact, said, choices);
    }

    private static Field optional(Fact<?> fact, Reader reader) {
        var choices = choices(fact, reader);
        return choices.isEmpty() ? Field.factAtWill(fact) : optional(fact, reader.word("ask.not-stated"), choices);
    }

    private static Field optional(Fact<?> fact, String open, List<Choice> choices) {
        return Field.fact(
                fact,
                Stream.concat(Stream.of(new Choice("", open)), choices.stream()).toList());
    }

    static Field of(Fact<?> fact, Reader reader) {
        return Field.fact(fact, choices(fact, reader));
    }

    private static List<Choice> choices(Fact<?> fact, Reader reader) {
        return fact.values().stream()
                .map(value -> new Choice(value.toString(), reader.value(value)))
                .toList();
    }
}
