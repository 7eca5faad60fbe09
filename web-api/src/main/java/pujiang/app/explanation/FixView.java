package pujiang.app.explanation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pujiang.app.decision.Audience;
import pujiang.compliance.Bilingual;
import pujiang.compliance.Fact;
import pujiang.compliance.FactDictionary;
import pujiang.compliance.FactProvenance;
import pujiang.compliance.FactSource;
import pujiang.compliance.Verdict;
import pujiang.law.Change;
import pujiang.law.NearestFix;

/**
 * The smallest set of changes with which the trade is approved.
 *
 * @param found whether a set of up to three changes exists; it is empty if the trade is approved as it is
 * @param after the result with the changes
 * @param beyond rules that no party can remedy
 */
public record FixView(boolean found, List<Needed> changes, Verdict after, List<String> beyond) {

    /**
     * @param from the current value; null if it is unknown or withheld
     * @param to a value that resolves it, together with the other changes; null if it is withheld
     * @param oneOf every value that does, {@code to} among them; of a number or a day only the boundary
     * @param by who states it
     * @param withheld whether the reader may not read the fact: the required value would reveal the current one
     */
    public record Needed(
            String fact,
            Bilingual meaning,
            @Nullable String from,
            @Nullable String to,
            List<String> oneOf,
            FactSource by,
            boolean withheld) {

        private static Needed of(Change change, Audience reader) {
            Fact<?> fact = FactDictionary.named(change.fact()).orElseThrow();
            var by = FactProvenance.of(fact).source();
            return reader.reads(fact.name())
                    ? new Needed(fact.name(), fact.words(), change.from(), change.to(), change.oneOf(), by, false)
                    : new Needed(fact.name(), fact.words(), null, null, List.of(), by, true);
        }
    }

    static FixView of(NearestFix.Fix fix, Audience reader) {
        return new FixView(
                fix.found(),
                fix.changes().stream().map(change -> Needed.of(change, reader)).toList(),
                fix.after().verdict(),
                fix.beyond());
    }
}
