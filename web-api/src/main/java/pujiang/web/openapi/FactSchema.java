package pujiang.web.openapi;

import io.swagger.v3.oas.models.media.Schema;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import pujiang.compliance.Fact;
import pujiang.compliance.FactDictionary;

/** A sheet of facts: an object whose properties are the dotted names of the dictionary. */
final class FactSchema {

    private static final String ONE_OF = "one of ";
    private static final String SET_OF = "set of ";

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
        var value = value(fact);
        value.setDescription(fact.term() + ": " + fact.meaning());
        return fact.optional() ? Schemas.nullable(value) : value;
    }

    private static Schema<?> value(Fact<?> fact) {
        var type = fact.type();
        return switch (type) {
            case "boolean", "integer" -> Schemas.of(type);
            case "decimal" -> Schemas.of("number");
            case "date" -> Schemas.of("string").format("date");
            default ->
                type.startsWith(ONE_OF)
                        ? choice(type)
                        : Schemas.of("array").items(Schemas.ref(member(fact))).uniqueItems(true);
        };
    }

    /** What a set holds has a name, since generated clients cannot read a list of unnamed choices. */
    static Map<String, Schema<?>> members() {
        return FactDictionary.all().stream()
                .filter(fact -> fact.type().startsWith(SET_OF))
                .collect(Collectors.toMap(FactSchema::member, fact -> choice(fact.type())));
    }

    /** {@code ProductRightsHeld} for {@code product.rightsHeld}. */
    private static String member(Fact<?> fact) {
        return Arrays.stream(fact.name().split("\\."))
                .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                .collect(Collectors.joining());
    }

    /** @param type which ends with the names of its values, in brackets */
    private static Schema<?> choice(String type) {
        var names = type.substring(type.indexOf('[') + 1, type.length() - 1).split(", ");
        return Schemas.choice(List.copyOf(Arrays.asList(names)));
    }
}
