package pujiang.web.decision;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pujiang.compliance.Fact;
import pujiang.compliance.FactDictionary;
import pujiang.compliance.FactProvenance;
import pujiang.compliance.FactSheet;
import pujiang.compliance.StatementChannel;
import pujiang.web.page.Field;
import pujiang.web.page.Field.Choice;
import pujiang.web.page.Localizer;

/** Fields for a party's statements. All are empty until a value is chosen. */
public final class UseFields {

    private UseFields() {}

    /** What a buyer may state of its use, each of which may be left open, without what it has stated already. */
    public static List<Field> beyond(FactSheet stated, Localizer localizer) {
        return optional(StatementChannel.USE, fact -> stated.answer(fact).isUnknown(), localizer);
    }

    /**
     * Those of these facts that are stated at a step, and what has been stated at it before: it can be stated anew, or left
     * as it is.
     */
    public static List<Field> of(
            Set<String> names, FactSheet stated, StatementChannel statementChannel, Localizer localizer) {
        var before = stated.stated();
        return asked(statementChannel, fact -> names.contains(fact.name()) || before.containsKey(fact.name()))
                .map(fact -> before.containsKey(fact.name())
                        ? again(fact, before.get(fact.name()), localizer)
                        : optional(fact, localizer))
                .toList();
    }

    private static List<Field> optional(
            StatementChannel statementChannel, Predicate<Fact<?>> asked, Localizer localizer) {
        return asked(statementChannel, asked)
                .map(fact -> optional(fact, localizer))
                .toList();
    }

    private static Stream<Fact<?>> asked(StatementChannel statementChannel, Predicate<Fact<?>> asked) {
        return FactDictionary.all().stream()
                .filter(fact -> FactProvenance.of(fact).at().contains(statementChannel))
                .filter(asked);
    }

    /** @param stated null for none */
    private static Field again(Fact<?> fact, @Nullable Object stated, Localizer localizer) {
        var said = localizer.word("ask.as-stated", stated == null ? "-" : localizer.value(stated));
        var choices = choices(fact, localizer);
        return choices.isEmpty() ? FactFields.atWill(fact).telling(said, localizer) : optional(fact, said, choices);
    }

    private static Field optional(Fact<?> fact, Localizer localizer) {
        var choices = choices(fact, localizer);
        return choices.isEmpty() ? FactFields.atWill(fact) : optional(fact, localizer.word("ask.not-stated"), choices);
    }

    private static Field optional(Fact<?> fact, String open, List<Choice> choices) {
        return FactFields.of(
                fact,
                Stream.concat(Stream.of(new Choice("", open)), choices.stream()).toList());
    }

    public static Field of(Fact<?> fact, Localizer localizer) {
        return FactFields.of(fact, choices(fact, localizer));
    }

    private static List<Choice> choices(Fact<?> fact, Localizer localizer) {
        return fact.values().stream()
                .map(value -> new Choice(value.toString(), localizer.value(value)))
                .toList();
    }
}
