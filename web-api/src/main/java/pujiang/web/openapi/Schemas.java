package pujiang.web.openapi;

import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Pieces of JSON Schema, as OpenAPI 3.1 writes them. */
final class Schemas {

    private static final String PLACE = "#/components/schemas/";
    private static final String NULL = "null";

    private Schemas() {}

    static Schema<?> of(String type) {
        return new JsonSchema().types(new LinkedHashSet<>(Set.of(type)));
    }

    static Schema<?> ref(String name) {
        return new JsonSchema().$ref(PLACE + name);
    }

    static Schema<?> choice(List<String> values) {
        Schema<Object> choice = new JsonSchema();
        choice.setTypes(new LinkedHashSet<>(Set.of("string")));
        choice.setEnum(List.copyOf(values));
        return choice;
    }

    /** Bytes as they are, in a body. */
    static Schema<?> binary() {
        return of("string").format("binary");
    }

    /** The name of the schema that is referred to. */
    static String name(Schema<?> reference) {
        return Objects.requireNonNull(reference.get$ref()).replaceFirst(".*/", "");
    }

    static Schema<?> nullable(Schema<?> schema) {
        if (isNullable(schema)) return schema;
        if (schema.get$ref() != null) {
            return new JsonSchema().oneOf(List.of(new JsonSchema().$ref(schema.get$ref()), of(NULL)));
        }
        if (schema.getTypes() == null) return schema;
        var types = new LinkedHashSet<>(schema.getTypes());
        types.add(NULL);
        schema.setTypes(types);
        return schema;
    }

    static boolean isNullable(Schema<?> schema) {
        return isNull(schema)
                || (schema.getOneOf() != null && schema.getOneOf().stream().anyMatch(Schemas::isNull));
    }

    private static boolean isNull(@Nullable Schema<?> schema) {
        return schema != null && schema.getTypes() != null && schema.getTypes().contains(NULL);
    }

    static Schema<?> money() {
        Schema<?> money = of("object")
                .description("An exact amount of one currency. A request takes up to 15 digits before the point;"
                        + " sums in answers may have more.");
        money.addProperty("amount", text("^-?(0|[1-9][0-9]{0,29})(\\.[0-9]{1,6})?$", "100.00"));
        money.addProperty("currency", text("^[A-Z]{3}$", "CNY"));
        money.setRequired(List.of("amount", "currency"));
        return money;
    }

    /** One of both, as plain fields. */
    static Schema<?> registration() {
        Schema<?> registration = of("object")
                .description("How the registering authority knows an organisation: exactly one of both fields. In the"
                        + " mainland creditCode, elsewhere lei.");
        registration.addProperty(
                "creditCode", of("string").description("统一社会信用代码, the unified social credit code of GB 32100-2015."));
        registration.addProperty("lei", of("string").description("Legal entity identifier of ISO 17442."));
        registration.setMinProperties(1);
        registration.setMaxProperties(1);
        return registration;
    }

    /** The content of an event is JSON of its own, which the describer cannot read off the type. */
    static Schema<?> historyEntry() {
        Schema<?> entry = of("object").description("One event in the life of a thing.");
        entry.addProperty("name", of("string").description("Under which the event is stored."));
        entry.addProperty("revision", of("string"));
        entry.addProperty("sequence", of("integer").format("int64").description("Counts from 0 within this thing."));
        entry.addProperty("at", of("string").format("date-time"));
        entry.addProperty("actor", nullable(of("string").description("Who asked for it; null if nobody did.")));
        entry.addProperty("reason", nullable(of("string")));
        entry.addProperty(
                "content", of("object").description("The event itself.").additionalProperties(true));
        entry.setRequired(List.of("name", "revision", "sequence", "at", "content"));
        return entry;
    }

    private static Schema<?> text(String pattern, String example) {
        return of("string").pattern(pattern).example(example);
    }
}
