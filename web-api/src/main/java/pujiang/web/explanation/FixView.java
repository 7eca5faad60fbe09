package pujiang.web.explanation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pujiang.compliance.Bilingual;
import pujiang.compliance.Fact;
import pujiang.compliance.FactDictionary;
import pujiang.compliance.FactSource;
import pujiang.compliance.Standing;
import pujiang.compliance.Verdict;
import pujiang.law.Change;
import pujiang.law.NearestFix;

/**
 * What would let the trade pass, with the fewest changes.
 *
 * @param found whether there is such a set of up to three changes; it is empty if the trade passes as it is
 * @param after the law's answer with them
 * @param beyond rules that nobody can remedy
 */
public record FixView(boolean found, List<Needed> changes, Verdict after, List<String> beyond) {

    /**
     * @param from what is known now; null if nothing is
     * @param to a value that lets it pass, together with the other changes
     * @param oneOf every value that does, {@code to} among them; of a number or a day only the boundary
     * @param by who states it
     */
    public record Needed(
            String fact, Bilingual meaning, @Nullable String from, String to, List<String> oneOf, FactSource by) {

        private static Needed of(Change change) {
            Fact<?> fact = FactDictionary.named(change.fact()).orElseThrow();
            return new Needed(
                    fact.name(),
                    fact.words(),
                    change.from(),
                    change.to(),
                    change.oneOf(),
                    Standing.of(fact).source());
        }
    }

    static FixView of(NearestFix.Fix fix) {
        return new FixView(
                fix.found(),
                fix.changes().stream().map(Needed::of).toList(),
                fix.after().verdict(),
                fix.beyond());
    }
}
