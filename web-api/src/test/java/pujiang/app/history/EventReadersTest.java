package pujiang.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import pujiang.app.history.EventReaders.Row;
import pujiang.compliance.Bilingual;
import pujiang.compliance.Decision;
import pujiang.compliance.FactSheet;
import pujiang.delivery.Content;
import pujiang.delivery.Handover;
import pujiang.delivery.Handover.FileHandover;
import pujiang.history.EventCatalogue;
import pujiang.listing.PricePlan;

/** Of every field of every event somebody has decided who reads it. */
@Execution(ExecutionMode.CONCURRENT)
class EventReadersTest {

    @Test
    void everyFieldOfEveryEventHasItsReadersAndNothingElseHas() {
        var decided = new TreeMap<String, Object>();
        EventReaders.all()
                .forEach((event, readers) -> decided.put(
                        event, readers.rows().keySet().stream().sorted().toList()));
        var fields = new TreeMap<String, Object>();
        EventCatalogue.classes()
                .forEach((event, type) -> fields.put(
                        event, fields(type).keySet().stream().sorted().toList()));

        assertThat(decided)
                .as("mend: a row in readers.txt for each field; of a new one, staff until somebody is to read it")
                .isEqualTo(fields);
    }

    /** Only there does a name mean a fact. */
    @Test
    void factsAreReadOneByOneWhereverTheyStand() {
        EventCatalogue.classes().forEach((event, type) -> {
            var rows = EventReaders.of(event).rows();
            fields(type).forEach((field, of) -> assertThat(rows.get(field))
                    .as("%s %s", event, field)
                    .isNotNull()
                    .extracting(Row::byFact)
                    .isEqualTo(of == FactSheet.class));
        });
    }

    @Test
    void noPartyReadsWhereAnOfficerKeepsTheEvidence() {
        EventReaders.all().forEach((event, readers) -> readers.rows().forEach((field, row) -> assertThat(
                        field.endsWith("lifting/evidence") && !row.who().isEmpty())
                .as("%s %s", event, field)
                .isFalse()));
    }

    /** Each field with its class, by its place in the event's JSON. */
    private static Map<String, Class<?>> fields(Class<?> event) {
        var fields = new TreeMap<String, Class<?>>();
        for (var part : event.getRecordComponents()) {
            walk("/" + part.getName(), part.getGenericType(), fields);
        }
        return fields;
    }

    private static void walk(String at, Type type, Map<String, Class<?>> fields) {
        if (type instanceof ParameterizedType of) {
            var container = (Class<?>) of.getRawType();
            var inner = of.getActualTypeArguments()[0];
            if (container == Optional.class) walk(at, inner, fields);
            else if (Collection.class.isAssignableFrom(container) && hasFields((Class<?>) inner)) {
                walk(at + "/*", inner, fields);
            } else fields.put(at, container);
            return;
        }
        var one = (Class<?>) type;
        // A history is read as answers are: of a plan, its price.
        if (one == PricePlan.class) fields.put(at.replaceFirst("plan$", "price"), Money.class);
        else if (one == Handover.class) walkHandover(at, fields);
        else if (one.isSealed() && one.isInterface()) {
            for (var kind : one.getPermittedSubclasses()) fields.put(at + "/" + lower(kind.getSimpleName()), kind);
        } else if (hasFields(one)) {
            for (var part : one.getRecordComponents()) walk(at + "/" + part.getName(), part.getGenericType(), fields);
        } else fields.put(at, one);
    }

    /** As {@link HandoverFields} shows it. */
    private static void walkHandover(String at, Map<String, Class<?>> fields) {
        walk(at.replaceFirst("handover$", "content"), Content.class, fields);
        fields.put(at.replaceFirst("handover$", "fileName"), String.class);
        fields.put(at + "/kind", Handover.Kind.class);
        for (var kind : Handover.class.getPermittedSubclasses()) {
            if (kind == FileHandover.class) continue;
            for (var part : kind.getRecordComponents()) walk(at + "/" + part.getName(), part.getGenericType(), fields);
        }
    }

    /** A decision is cut as a whole, and a text in two languages is one; what wraps one value is written as that. */
    private static boolean hasFields(Class<?> type) {
        if (!type.isRecord() || type == Decision.class || type == Bilingual.class) return false;
        var parts = type.getRecordComponents();
        return parts.length > 1 || !parts[0].getName().equals("value");
    }

    private static String lower(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
