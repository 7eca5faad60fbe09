package pujiang.app.request;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException.Reference;

/** JSON Pointers (RFC 6901) to the fields of a request. */
public final class Pointer {

    private Pointer() {}

    public static String of(List<String> segments) {
        var pointer = new StringBuilder();
        for (var segment : segments) {
            pointer.append('/').append(segment.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    /** The way the reader took through the document. */
    public static List<String> way(List<Reference> references) {
        return references.stream()
                .map(reference -> reference.getPropertyName() == null
                        ? Integer.toString(reference.getIndex())
                        : reference.getPropertyName())
                .toList();
    }

    /**
     * The reader knows the place of the value in the document, the validation knows the place of the error in the
     * value, and both may name the steps between: {@code terms} and {@code terms.price.amount} are
     * {@code /terms/price/amount}. A path that begins with a dot is relative to its own value and shares no step:
     * {@code amount} and {@code .amount} are {@code /amount/amount}.
     */
    public static String joined(List<String> way, List<String> inside) {
        if (!inside.isEmpty() && inside.getFirst().isEmpty()) return of(way) + of(inside.subList(1, inside.size()));
        var shared = Math.min(way.size(), inside.size());
        while (shared > 0 && !way.subList(way.size() - shared, way.size()).equals(inside.subList(0, shared))) shared--;
        var all = new ArrayList<>(way);
        all.addAll(inside.subList(shared, inside.size()));
        return of(all);
    }
}
