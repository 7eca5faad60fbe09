package pujiang.web.page;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
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

    /** Those of these facts that are stated at a step, each of which may be left open. */
    static List<Field> of(Set<String> names, Step step, Reader reader) {
        return optional(step, fact -> names.contains(fact.name()), reader);
    }

    private static List<Field> optional(Step step, Predicate<Fact<?>> asked, Reader reader) {
        return FactDictionary.all().stream()
                .filter(fact -> Standing.of(fact).at().contains(step))
                .filter(asked)
                .map(fact -> optional(fact, reader))
                .toList();
    }

    private static Field optional(Fact<?> fact, Reader reader) {
        if (choices(fact, reader).isEmpty()) return Field.factAtWill(fact);
        var open = new Choice("", reader.word("ask.not-stated"));
        return Field.fact(
                fact,
                Stream.concat(Stream.of(open), choices(fact, reader).stream()).toList());
    }

    static Field of(Fact<?> fact, Reader reader) {
        return Field.fact(fact, choices(fact, reader));
    }

    private static List<Choice> choices(Fact<?> fact, Reader reader) {
        return fact.values().stream()
                .map(value -> new Choice(value.toString(), word(value, reader)))
                .toList();
    }

    private static String word(Object value, Reader reader) {
        return value instanceof Boolean yes ? reader.word(yes ? "incident.yes" : "incident.no") : value.toString();
    }
}
