package pujiang.web.decision;

import java.util.List;
import pujiang.compliance.Bilingual;
import pujiang.compliance.Fact;
import pujiang.web.page.Field;
import pujiang.web.page.Field.Choice;
import pujiang.web.page.Field.Kind;

/** Fields of forms that hold the value of a fact. */
final class FactFields {

    private FactFields() {}

    /** To be chosen where it can be, else written as the label says. */
    static Field of(Fact<?> fact, List<Choice> choices) {
        var name = FactForm.FACT + fact.name();
        if (!choices.isEmpty()) return new Field(name, Kind.CHOICE, "", choices, fact.words());
        var form = fact.type() + (fact.optional() ? " | -" : "");
        var label = new Bilingual(fact.term() + "（" + form + "）", fact.meaning() + " (" + form + ")");
        return new Field(name, Kind.LINE, "", List.of(), label);
    }

    /** As the other where nothing can be chosen, and nothing need be written. */
    static Field atWill(Fact<?> fact) {
        var field = of(fact, List.of());
        return new Field(field.name(), Kind.LINE_AT_WILL, "", List.of(), field.label());
    }
}
