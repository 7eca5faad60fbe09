package pujiang.web.problem;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException.Reference;

/** JSON Pointers (RFC 6901) to the fields of a request. */
final class Pointer {

    private Pointer() {}

    /** From a dotted path, as a value's own guard knows it. */
    static String of(String dotted) {
        return of(segments(dotted));
    }

    static String of(List<String> segments) {
        var pointer = new StringBuilder();
        for (var segment : segments) {
            pointer.append('/').append(segment.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    /** The way the reader took through the document. */
    static List<String> way(List<Reference> references) {
        return references.stream()
                .map(reference -> reference.getPropertyName() == null
                        ? Integer.toString(reference.getIndex())
                        : reference.getPropertyName())
                .toList();
    }

    /**
     * The reader knows where the value stands in the document, the guard knows where the fault is in the value, and
     * both may name the steps between: {@code terms} and {@code terms.price.amount} are {@code /terms/price/amount}.
     */
    static String joined(List<String> way, String dotted) {
        var inside = segments(dotted);
        var shared = Math.min(way.size(), inside.size());
        while (shared > 0 && !way.subList(way.size() - shared, way.size()).equals(inside.subList(0, shared))) shared--;
        var all = new ArrayList<>(way);
        all.addAll(inside.subList(shared, inside.size()));
        return of(all);
    }

    /** With a slash in front, dots belong to the names: {@code /facts/pi.sensitive}. */
    private static List<String> segments(String dotted) {
        if (dotted.startsWith("/")) return List.of(dotted.substring(1).split("/"));
        return dotted.isEmpty() ? List.of() : List.of(dotted.split("\\."));
    }
}
