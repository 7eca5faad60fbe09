package pujiang.law;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import pujiang.law.Clause.Argument.Threshold;

/**
 * The changes of a draft. A rule with unchanged text also counts as changed if a number that it uses has changed.
 *
 * @param files that were added, changed or removed
 * @param added ids of rules, as all that follow
 */
public record DraftDifference(List<String> files, List<String> added, List<String> changed, List<String> removed) {

    static DraftDifference between(Map<String, String> before, Map<String, String> after) {
        var files = new TreeSet<>(before.keySet());
        files.addAll(after.keySet());
        files.removeIf(file -> after.getOrDefault(file, "").equals(before.getOrDefault(file, "")));
        var old = new Reading(before);
        var now = new Reading(after);
        var added = less(now.rules.keySet(), old.rules.keySet());
        var removed = less(old.rules.keySet(), now.rules.keySet());
        var changed = less(now.rules.keySet(), added);
        changed.removeIf(
                id -> now.words(id).equals(old.words(id)) && now.asked(id).equals(old.asked(id)));
        return new DraftDifference(List.copyOf(files), List.copyOf(added), List.copyOf(changed), List.copyOf(removed));
    }

    private static SortedSet<String> less(Set<String> some, Set<String> others) {
        var rest = new TreeSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    /** The content of each rule, and its numbers; empty for a file that cannot be read. */
    private static final class Reading {

        private final Map<String, SortedSet<String>> rules = new TreeMap<>();
        private final Map<String, Set<Threshold>> numbers = new HashMap<>();
        private final Optional<ThresholdTable> values;

        Reading(Map<String, String> texts) {
            this.values = values(texts);
            texts.forEach((file, text) -> {
                if (file.endsWith(".drl")) read(file, text);
            });
        }

        private static Optional<ThresholdTable> values(Map<String, String> texts) {
            try {
                return Optional.of(ThresholdTable.of(texts, Bounds.KEPT));
            } catch (DraftFault.Found _) {
                return Optional.empty();
            }
        }

        private void read(String file, String text) {
            List<ParsedRule> written;
            try {
                written = RuleFile.read(file, text, Bounds.KEPT);
            } catch (DraftFault.Found _) {
                return;
            }
            for (var rule : written) {
                rules.computeIfAbsent(rule.id(), _ -> new TreeSet<>()).add(rule.says());
                numbers.computeIfAbsent(rule.id(), _ -> new HashSet<>()).addAll(rule.numbers());
            }
        }

        private Set<String> words(String id) {
            return rules.getOrDefault(id, Collections.emptySortedSet());
        }

        private SortedSet<String> asked(String id) {
            var asked = new TreeSet<String>();
            for (var number : numbers.getOrDefault(id, Set.of())) {
                var found = values.flatMap(all -> all.find(number.instrument(), number.name()));
                asked.add(number.instrument() + "/" + number.name() + found);
            }
            return asked;
        }
    }
}
