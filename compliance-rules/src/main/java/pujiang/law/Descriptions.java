package pujiang.law;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import pujiang.compliance.Bilingual;
import pujiang.compliance.Gate;

/** What the files of the book say of their rules, for people. */
final class Descriptions {

    /** How a rule states its gates; a rule that states them otherwise stops the start, so the list is whole. */
    private static final Pattern GATES = Pattern.compile(
            "^rule \"([^\" ]+)[^\"]*\"$(?:(?!^end$).)*?gate in \\(([^)]*)\\)", Pattern.DOTALL | Pattern.MULTILINE);

    private Descriptions() {}

    /**
     * The versions of every rule by its id, in order of time. A rule with texts is a version; a rule without, named by
     * the id and a word or two, is a variant that shares the texts of the version of its days.
     */
    static SortedMap<String, List<Rule>> of(KieBase compiled, Map<String, String> texts) {
        return compiled.getKiePackages().stream()
                .flatMap(folder -> folder.getRules().stream())
                .filter(rule -> rule.getMetaData().containsKey("article"))
                .map(rule -> described((RuleImpl) rule, texts))
                .sorted(Comparator.comparing(Rule::from))
                .collect(Collectors.groupingBy(Rule::id, TreeMap::new, Collectors.toUnmodifiableList()));
    }

    private static Rule described(RuleImpl rule, Map<String, String> texts) {
        var folder = rule.getPackageName().substring("law.".length());
        var id = rule.getName().split(" ", 2)[0];
        var file = fileOf(rule.getName(), texts);
        return new Rule(
                id,
                new Instrument(folder, instrumentName(texts.get(folder + "/instrument.properties"))),
                tag(rule, "article"),
                new Bilingual(tag(rule, "title_zh"), tag(rule, "title_en")),
                new Bilingual(tag(rule, "remedy_zh"), tag(rule, "remedy_en")),
                gates(id, texts.getOrDefault(file, "")),
                file,
                day(rule.getDateEffective().toInstant()),
                rule.getDateExpires() == null
                        ? null
                        : day(rule.getDateExpires().toInstant()).minusDays(1));
    }

    private static String fileOf(String rule, Map<String, String> texts) {
        return texts.entrySet().stream()
                .filter(file -> file.getValue().contains("rule \"" + rule + "\"\n"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no file holds the rule " + rule));
    }

    private static Set<Gate> gates(String rule, String text) {
        var gates = GATES.matcher(text)
                .results()
                .filter(match -> match.group(1).equals(rule))
                .flatMap(match -> Stream.of(match.group(2).split(",")))
                .map(gate -> Gate.valueOf(gate.strip().substring("Gate.".length())))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Gate.class)));
        if (gates.isEmpty()) throw new IllegalStateException("the rule " + rule + " states no gate");
        return Collections.unmodifiableSet(gates);
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

    /** The engine keeps a tag as it was written, quotation marks included. */
    private static String tag(RuleImpl rule, String name) {
        var written = String.valueOf(rule.getMetaData().get(name));
        return written.startsWith("\"") ? written.substring(1, written.length() - 1) : written;
    }

    private static LocalDate day(Instant midnight) {
        return LocalDate.ofInstant(midnight, ZoneId.systemDefault());
    }
}
