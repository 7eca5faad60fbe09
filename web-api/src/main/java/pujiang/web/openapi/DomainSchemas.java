package pujiang.web.openapi;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import pujiang.app.history.HistoryEntry;
import pujiang.app.json.RecordConventions;
import pujiang.app.paging.PlainPage;
import pujiang.compliance.FactSheet;
import pujiang.listing.PricePlan;
import pujiang.listing.Terms;
import pujiang.participant.Registration;
import pujiang.trade.TradeStatus;

/** Describes our types as {@code pujiang.app.json} writes them; the describer knows nothing of our JSON reader. */
final class DomainSchemas implements ModelConverter {

    private final SchemaNames names = new SchemaNames();

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        var java = java(type);
        if (java == null) return others.hasNext() ? others.next().resolve(type, context, others) : null;
        var raw = java.getRawClass();
        if (RecordConventions.isOneText(raw)) return Schemas.of("string").description(raw.getSimpleName());
        if (raw == Money.class || raw == PricePlan.class) return named("Money", Schemas.money(), context);
        if (raw == TradeStatus.class) return named("TradeState", Schemas.choice(TradeStatus.WORDS), context);
        if (raw == FactSheet.class) {
            FactSchema.members().forEach(context::defineModel);
            return named("FactSheet", FactSchema.sheet(), context);
        }
        if (raw == Registration.class) return named("Registration", Schemas.registration(), context);
        if (raw == HistoryEntry.class) return named("HistoryEntry", Schemas.historyEntry(), context);
        if (raw == Object.class) return new JsonSchema();
        if (raw == PlainPage.class) return array(java.containedType(0), context);
        if (raw.isRecord() || raw.isEnum()) type.name(names.of(java));
        var schema = others.hasNext() ? others.next().resolve(type, context, others) : null;
        if (raw.isRecord()) describe(raw, schema, context);
        return schema;
    }

    private static @Nullable JavaType java(AnnotatedType type) {
        return Json31.mapper().constructType(type.getType());
    }

    private static Schema<?> array(JavaType item, ModelConverterContext context) {
        return Schemas.of("array").items(context.resolve(new AnnotatedType(item).resolveAsRef(true)));
    }

    private static Schema<?> named(String name, Schema<?> schema, ModelConverterContext context) {
        context.defineModel(name, schema);
        return Schemas.ref(name);
    }

    /** What is not nullable in Java is required in JSON, and what is nullable may be null. */
    private static void describe(Class<?> type, @Nullable Schema<?> schema, ModelConverterContext context) {
        Schema<?> named = schema != null && schema.get$ref() != null
                ? context.getDefinedModels().get(Schemas.name(schema))
                : schema;
        if (named == null || named.getProperties() == null) return;
        if (type == Terms.class) renamed(named, "plan", "price");
        var components = Arrays.stream(type.getDeclaredFields())
                .filter(field -> named.getProperties().containsKey(written(type, field)))
                .toList();
        named.setRequired(components.stream()
                .filter(RecordConventions::mustBeGiven)
                .map(field -> written(type, field))
                .toList());
        components.stream()
                .filter(field -> !RecordConventions.mustBeGiven(field))
                .map(field -> written(type, field))
                .forEach(name ->
                        named.getProperties().computeIfPresent(name, (_, property) -> Schemas.nullable(property)));
    }

    /** Of a plan, its price is asked and answered. */
    private static String written(Class<?> type, Field component) {
        return type == Terms.class && component.getType() == PricePlan.class ? "price" : component.getName();
    }

    /** The same properties in the same order, one of them under another name. */
    @SuppressWarnings("rawtypes") // As the describer declares it.
    private static void renamed(Schema<?> schema, String before, String after) {
        var properties = new LinkedHashMap<String, Schema>();
        schema.getProperties()
                .forEach((name, property) -> properties.put(name.equals(before) ? after : name, property));
        schema.setProperties(properties);
    }
}
