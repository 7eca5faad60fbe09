package pujiang.web.openapi;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import pujiang.app.json.RecordConventions;
import pujiang.listing.PricePlan;
import pujiang.listing.Terms;

/** Describes our types as {@code pujiang.app.json} writes them; the describer knows nothing of our JSON reader. */
final class DomainSchemas implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        var raw = raw(type);
        if (raw != null && RecordConventions.isOneText(raw)) return text(raw);
        if (raw == Money.class || raw == PricePlan.class) return money();
        var schema = others.hasNext() ? others.next().resolve(type, context, others) : null;
        if (raw != null && raw.isRecord()) require(raw, schema, context);
        return schema;
    }

    private static @Nullable Class<?> raw(AnnotatedType type) {
        JavaType java = Json31.mapper().constructType(type.getType());
        return java == null ? null : java.getRawClass();
    }

    private static Schema<?> text(Class<?> type) {
        return new StringSchema().description(type.getSimpleName());
    }

    private static Schema<?> text(String pattern, String example) {
        return new StringSchema().pattern(pattern).example(example);
    }

    private static Schema<?> money() {
        Schema<?> money = new ObjectSchema();
        money.addProperty("amount", text("^-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,6})?$", "100.00"));
        money.addProperty("currency", text("^[A-Z]{3}$", "CNY"));
        money.setRequired(List.of("amount", "currency"));
        return money;
    }

    /** What is not nullable in Java is required in JSON. */
    private static void require(Class<?> type, @Nullable Schema<?> schema, ModelConverterContext context) {
        Schema<?> named = schema != null && schema.get$ref() != null
                ? context.getDefinedModels().get(schema.get$ref().replaceFirst(".*/", ""))
                : schema;
        if (named == null || named.getProperties() == null) return;
        if (type == Terms.class) named(named, "plan", "price");
        named.setRequired(Arrays.stream(type.getDeclaredFields())
                .filter(field -> named.getProperties().containsKey(written(type, field)))
                .filter(RecordConventions::mustBeGiven)
                .map(field -> written(type, field))
                .toList());
    }

    /** Of a plan, its price is asked and answered. */
    private static String written(Class<?> type, Field component) {
        return type == Terms.class && component.getType() == PricePlan.class ? "price" : component.getName();
    }

    /** The same properties in the same order, one of them under another name. */
    @SuppressWarnings("rawtypes") // As the describer declares it.
    private static void named(Schema<?> schema, String before, String after) {
        var properties = new LinkedHashMap<String, Schema>();
        schema.getProperties()
                .forEach((name, property) -> properties.put(name.equals(before) ? after : name, property));
        schema.setProperties(properties);
    }
}
