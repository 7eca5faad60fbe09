package pujiang.web.openapi;

import io.swagger.v3.oas.models.media.Schema;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import pujiang.compliance.Fact;
import pujiang.compliance.FactDictionary;

/** A sheet of facts: an object whose properties are the dotted names of the dictionary. */
final class FactSchema {

    private static final String ONE_OF = "one of ";

    private FactSchema() {}

    static Schema<?> sheet() {
        Schema<?> sheet = Schemas.of("object")
                .description("Facts by their dotted names. A fact that is left out is unknown. An optional fact that is"
                        + " null is stated not to exist.");
        FactDictionary.all().stream()
                .sorted(Comparator.comparing(Fact::name))
                .forEach(fact -> sheet.addProperty(fact.name(), of(fact)));
        sheet.setAdditionalProperties(false);
        return sheet;
    }

    private static Schema<?> of(Fact<?> fact) {
        var value = value(fact.type());
        value.setDescription(fact.term() + ": " + fact.meaning());
        return fact.optional() ? Schemas.nullable(value) : value;
    }

    private static Schema<?> value(String type) {
        return switch (type) {
            case "boolean", "integer" -> Schemas.of(type);
            case "decimal" -> Schemas.of("number");
            case "date" -> Schemas.of("string").format("date");
            default ->
                type.startsWith(ONE_OF)
                        ? choice(type)
                        : Schemas.of("array").items(choice(type)).uniqueItems(true);
        };
    }

    /** @param type which ends with the names of its values, in brackets */
    private static Schema<?> choice(String type) {
        var names = type.substring(type.indexOf('[') + 1, type.length() - 1).split(", ");
        return Schemas.choice(List.copyOf(Arrays.asList(names)));
    }
}
