package pujiang.app.decision;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import pujiang.compliance.Decision;
import pujiang.history.EventCatalogue;

/**
 * The decision that an event keeps. Whichever event has a decision among its components has one here: a new gate is not
 * forgotten.
 */
public final class DecisionExtractor {

    /** By the events' classes. */
    private static final Map<Class<?>, RecordComponent> DECIDED = EventCatalogue.classes().values().stream()
            .filter(type -> component(type).isPresent())
            .collect(Collectors.toUnmodifiableMap(
                    type -> type, type -> component(type).orElseThrow()));

    private DecisionExtractor() {}

    /** The stored names of the events that have one. */
    public static List<String> names() {
        var names = new TreeSet<String>();
        EventCatalogue.classes().forEach((name, type) -> {
            if (isKeptBy(type)) names.add(name);
        });
        return List.copyOf(names);
    }

    public static boolean isKeptBy(Class<?> event) {
        return DECIDED.containsKey(event);
    }

    /** Empty for an event without one. */
    public static Optional<Decision> event(Object event) {
        var component = DECIDED.get(event.getClass());
        if (component == null) return Optional.empty();
        try {
            return Optional.of((Decision) component.getAccessor().invoke(event));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a record's component can be read", e);
        }
    }

    private static Optional<RecordComponent> component(Class<?> event) {
        var components = event.getRecordComponents();
        return components == null
                ? Optional.empty()
                : Arrays.stream(components)
                        .filter(component -> component.getType() == Decision.class)
                        .findFirst();
    }
}
