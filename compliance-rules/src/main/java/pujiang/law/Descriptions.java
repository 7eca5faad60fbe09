package pujiang.law;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pujiang.compliance.Bilingual;
import pujiang.compliance.Gate;
import pujiang.compliance.Obligor;

/** Reads the descriptions of rules from the files of the rule book. */
final class Descriptions {

    private Descriptions() {}

    /**
     * The versions of every rule by its id, in chronological order. A rule with texts is a version. A rule without
     * texts, named by the id and a word or two, is a variant that shares the texts of the version of its days.
     */
    static SortedMap<String, List<Rule>> of(Map<String, List<ParsedRule>> written, Map<String, String> texts) {
        var gates = gates(written);
        return written.values().stream()
                .flatMap(List::stream)
                .filter(ParsedRule::isVersion)
                .map(rule -> described(rule, gates.getOrDefault(rule.id(), EnumSet.noneOf(Gate.class)), texts))
                .sorted(Comparator.comparing(Rule::from))
                .collect(Collectors.groupingBy(Rule::id, TreeMap::new, Collectors.toUnmodifiableList()));
    }

    /** The gates of all rules of an id, including variants. */
    private static Map<String, EnumSet<Gate>> gates(Map<String, List<ParsedRule>> written) {
        return written.values().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(
                        ParsedRule::id,
                        Collectors.flatMapping(
                                rule -> rule.gates().stream(),
                                Collectors.toCollection(() -> EnumSet.noneOf(Gate.class)))));
    }

    private static Rule described(ParsedRule rule, Set<Gate> gates, Map<String, String> texts) {
        return new Rule(
                rule.id(),
                new Instrument(rule.folder(), instrumentName(texts.get(rule.folder() + "/instrument.properties"))),
                tag(rule, "article"),
                new Bilingual(tag(rule, "title_zh"), tag(rule, "title_en")),
                new Bilingual(tag(rule, "remedy_zh"), tag(rule, "remedy_en")),
                Collections.unmodifiableSet(gates),
                rule.file(),
                rule.from(),
                rule.to() == null ? null : rule.to().minusDays(1),
                rule.bearer() == null ? OwnBearers.BY_RULE.get(rule.id()) : rule.bearer());
    }

    /**
     * The responsible parties for rule books accepted before rules named them: those of the program's rule book. Read
     * when first needed.
     */
    private static final class OwnBearers {

        private static final Map<String, Obligor> BY_RULE = RuleBook.written(RuleBook.ownTexts()).values().stream()
                .flatMap(List::stream)
                .filter(rule -> rule.bearer() != null)
                .collect(Collectors.toUnmodifiableMap(
                        ParsedRule::id, rule -> Objects.requireNonNull(rule.bearer()), (one, _) -> one));
    }

    private static Bilingual instrumentName(@Nullable String properties) {
        var names = new Properties();
        try {
            names.load(new StringReader(properties == null ? "" : properties));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Bilingual(names.getProperty("zh", ""), names.getProperty("en", ""));
    }

    private static String tag(ParsedRule rule, String name) {
        return rule.tags().getOrDefault(name, "");
    }
}
