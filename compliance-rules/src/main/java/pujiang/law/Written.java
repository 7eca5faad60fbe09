package pujiang.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pujiang.compliance.Gate;
import pujiang.compliance.Outcome;

/**
 * A rule as it is written.
 *
 * @param name its id, and for a variant or a version a word or two more
 * @param tags the names of its annotations
 * @param to the first day on which it is no longer in force, or null
 * @param numbers the thresholds that it asks for
 */
record Written(
        String file,
        int line,
        String name,
        Set<String> tags,
        LocalDate from,
        @Nullable LocalDate to,
        Set<Gate> gates,
        List<Threshold> numbers,
        String fires,
        Outcome outcome) {

    /** @param name without its day */
    record Threshold(String instrument, String name, int line) {}

    String id() {
        return name.split(" ", 2)[0];
    }

    /** A version has texts of its own; a variant shares those of the version of its days. */
    boolean isVersion() {
        return tags.contains("article");
    }

    boolean overlaps(Written other) {
        return (to == null || other.from.isBefore(to)) && (other.to == null || from.isBefore(other.to));
    }
}
