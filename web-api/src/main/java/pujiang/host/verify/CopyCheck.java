package pujiang.host.verify;

import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Compares the readable part of a file with its signed part, down to the first different value. */
final class CopyCheck {

    private static final int MOST_SHOWN = 80;

    private CopyCheck() {}

    /** What is null and what is not there are the same: the signed form leaves out what is null. */
    static Optional<String> difference(String place, JsonNode signed, JsonNode read) {
        if (signed.isObject() && read.isObject()) {
            var names = new TreeSet<>(signed.propertyNames());
            names.addAll(read.propertyNames());
            return names.stream()
                    .map(name -> difference(place + "/" + name, signed.path(name), read.path(name)))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        if (signed.isArray() && read.isArray()) {
            return first(
                    Math.max(signed.size(), read.size()),
                    nth -> difference(place + "/" + nth, signed.path(nth), read.path(nth)));
        }
        if ((isNothing(signed) && isNothing(read)) || signed.equals(read)) return Optional.empty();
        return Optional.of("%s: signed %s, file %s".formatted(place, shown(signed), shown(read)));
    }

    private static Optional<String> first(int count, IntFunction<Optional<String>> differences) {
        return IntStream.range(0, count)
                .mapToObj(differences)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static boolean isNothing(JsonNode node) {
        return node.isNull() || node.isMissingNode();
    }

    private static String shown(JsonNode node) {
        if (isNothing(node)) return "nothing";
        var text = node.toString();
        return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…";
    }
}
