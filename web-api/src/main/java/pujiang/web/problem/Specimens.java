package pujiang.web.problem;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import pujiang.refusal.Refusal;
import pujiang.refusal.RefusalTable;

/** One refusal of each kind. */
final class Specimens {

    private Specimens() {}

    /** One of each, for documentation. */
    static List<Refusal> ofAll() {
        return RefusalTable.all().stream()
                .map(RefusalTable.Row::type)
                .map(Specimens::specimen)
                .toList();
    }

    // INVARIANT: a refusal record does not guard its components, so that a specimen can be made with none.
    private static Refusal specimen(String type) {
        try {
            var kind = Class.forName(type);
            var types = Arrays.stream(kind.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            var constructor = kind.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            var none = Arrays.stream(types).map(each -> Array.get(Array.newInstance(each, 1), 0));
            return (Refusal) constructor.newInstance(none.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " must be a record that does not guard its components", e);
        }
    }
}
