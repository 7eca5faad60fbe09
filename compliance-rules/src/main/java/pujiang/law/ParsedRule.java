package pujiang.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pujiang.compliance.Gate;
import pujiang.compliance.Obligor;
import pujiang.compliance.Outcome;
import pujiang.law.Clause.Argument.Threshold;

/**
 * A rule in its written form.
 *
 * @param name its id, and for a variant or a version a word or two more
 * @param tags the content of its annotations, by name
 * @param to the first day on which it is no longer in force, or null
 * @param asks its condition
 */
record ParsedRule(
        String file,
        int line,
        String name,
        Map<String, String> tags,
        LocalDate from,
        @Nullable LocalDate to,
        Set<Gate> gates,
        Clause asks,
        Outcome outcome) {

    static final String BEARER = "bearer";

    String id() {
        return idOf(name);
    }

    static String idOf(String name) {
        return name.split(" ", 2)[0];
    }

    String folder() {
        return file.substring(0, file.indexOf('/'));
    }

    /** A version has its own texts; a variant shares those of the version of its days. */
    boolean isVersion() {
        return tags.containsKey("article");
    }

    boolean overlaps(ParsedRule other) {
        return (to == null || other.from.isBefore(to)) && (other.to == null || from.isBefore(other.to));
    }

    /** The responsible party that the version names; null if it names none. */
    @Nullable
    Obligor bearer() {
        var named = tags.get(BEARER);
        return named == null ? null : Obligor.valueOf(named);
    }

    /** Whether an obligation may follow; after a trade, from a denial as well. */
    boolean isBorne() {
        return outcome == Outcome.OBLIGATION || (outcome == Outcome.DENY && gates.contains(Gate.POST));
    }

    /** The legal numbers that it uses. */
    List<Threshold> numbers() {
        return asks.tests()
                .flatMap(test -> test.arguments().stream())
                .filter(Threshold.class::isInstance)
                .map(Threshold.class::cast)
                .toList();
    }

    /** Its full content, independent of its file: equal for two rules with the same meaning and the same texts. */
    String says() {
        return tags + "\n" + Drl.rule(this, Drl.Voice.IF_POSSIBLE);
    }
}
