package pujiang.app.fsck;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All events of one aggregate, in the order of their numbers. It is the most that is ever held in memory at once. */
public record EventStream(String type, String id, List<Stored> events) {

    public EventStream {
        events = List.copyOf(events);
    }

    /**
     * One stored event.
     *
     * @param event null if it cannot be read; {@code fault} then has the reason
     */
    public record Stored(long number, String name, @Nullable Object event, @Nullable String fault) {}

    public boolean is(Class<?> aggregate) {
        return type.equals(aggregate.getSimpleName());
    }

    /** The last of that kind, if there is any. */
    public <E> Optional<E> last(Class<E> kind) {
        return events.reversed().stream()
                .map(Stored::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }

    List<String> names() {
        return events.stream().map(Stored::name).toList();
    }

    long lastNumber() {
        return events.getLast().number();
    }

    /** As a person would look for it: {@code Trade k0}. */
    public String place() {
        return type + " " + id;
    }
}
