package pujiang.web.problem;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import pujiang.refusal.Refusal;

/** One refusal of each kind. */
final class Specimens {

    private Specimens() {}

    /** One of each, for documentation: code, status and retry depend on the kind of refusal, not on its components. */
    static List<Refusal> ofAll() {
        return Problems.FAMILIES.stream()
                .flatMap(Specimens::kinds)
                .map(Specimens::specimen)
                .toList();
    }

    private static Stream<Class<?>> kinds(Class<?> family) {
        var permitted = family.getPermittedSubclasses();
        return permitted == null ? Stream.of(family) : Arrays.stream(permitted).flatMap(Specimens::kinds);
    }

    // INVARIANT: a refusal record does not guard its components, so that a specimen can be made with none.
    private static Refusal specimen(Class<?> kind) {
        try {
            var types = Arrays.stream(kind.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            var constructor = kind.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            var none = Arrays.stream(types).map(type -> Array.get(Array.newInstance(type, 1), 0));
            return (Refusal) constructor.newInstance(none.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(kind + " must be a record that does not guard its components", e);
        }
    }
}
