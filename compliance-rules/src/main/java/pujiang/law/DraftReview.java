package pujiang.law;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** Finds errors between the files of a draft, each of which may be valid alone. */
final class DraftReview {

    private static final int LONGEST_NAME = 200;

    private final List<ParsedRule> rules;
    private final Map<String, String> texts;
    private final Bounds bounds;
    private final List<DraftFault> faults = new ArrayList<>();

    private DraftReview(List<ParsedRule> rules, Map<String, String> texts, Bounds bounds) {
        this.rules = rules;
        this.texts = texts;
        this.bounds = bounds;
    }

    static List<DraftFault> faults(List<ParsedRule> rules, Map<String, String> texts, Bounds bounds) {
        var review = new DraftReview(rules, texts, bounds);
        review.names();
        review.intervals();
        review.bearers();
        review.numbers();
        review.instruments();
        return review.faults;
    }

    private void names() {
        var seen = new HashMap<String, ParsedRule>();
        for (var rule : rules) {
            var other = seen.putIfAbsent(rule.name(), rule);
            if (other != null) {
                fault(rule, "duplicate name %s, also used at %s:%d".formatted(rule.name(), other.file(), other.line()));
            }
        }
    }

    /** Each id has one version on a day, and a variant belongs to one version throughout. */
    private void intervals() {
        var byId = rules.stream().filter(ParsedRule::isVersion).collect(Collectors.groupingBy(ParsedRule::id));
        for (var rule : rules) {
            if (rule.to() != null && !rule.from().isBefore(rule.to())) fault(rule, "end date is not after start date");
            var versions = byId.getOrDefault(rule.id(), List.of());
            if (versions.isEmpty()) fault(rule, "article missing: no rule %s has texts".formatted(rule.id()));
            if (rule.isVersion()) {
                versions.stream()
                        .filter(other -> other.overlaps(rule) && before(other, rule))
                        .findFirst()
                        .ifPresent(other -> fault(rule, overlap(other)));
            } else if (!versions.isEmpty() && versions.stream().noneMatch(version -> version.overlaps(rule))) {
                fault(rule, "variant in force on days on which no version of %s is".formatted(rule.id()));
            }
        }
    }

    private static boolean before(ParsedRule one, ParsedRule other) {
        return one.file().compareTo(other.file()) < 0 || (one.file().equals(other.file()) && one.line() < other.line());
    }

    private static String overlap(ParsedRule other) {
        return "overlaps another version of itself, at %s:%d".formatted(other.file(), other.line());
    }

    /** A variant has the responsible party of its version. */
    private void bearers() {
        if (bounds.isHistoric()) return;
        for (var rule : rules) {
            if (!rule.isBorne()) continue;
            rules.stream()
                    .filter(version -> version.isVersion() && version.id().equals(rule.id()))
                    .filter(version -> version.overlaps(rule) && version.bearer() == null)
                    .findFirst()
                    .ifPresent(
                            version -> fault(version, "@bearer is missing; an obligation may follow from this rule"));
        }
    }

    private void numbers() {
        ThresholdTable thresholdTable;
        try {
            thresholdTable = ThresholdTable.of(texts, bounds);
        } catch (DraftFault.Found found) {
            faults.add(found.fault());
            return;
        }
        for (var rule : rules) {
            for (var number : rule.numbers()) {
                if (thresholdTable.find(number.instrument(), number.name()).isEmpty()) {
                    var missing = "threshold not defined in %s/thresholds.properties: %s"
                            .formatted(number.instrument(), number.name());
                    fault(rule.file(), number.line(), missing);
                }
            }
        }
    }

    private void instruments() {
        texts.keySet().stream()
                .map(file -> file.substring(0, file.indexOf('/')))
                .distinct()
                .forEach(this::instrument);
    }

    private void instrument(String folder) {
        var file = folder + "/instrument.properties";
        var names = new Properties();
        try {
            names.load(new StringReader(texts.getOrDefault(file, "")));
        } catch (IOException | IllegalArgumentException _) {
            fault(file, 0, "incomplete escape: a backslash is cut off");
            return;
        }
        for (var language : List.of("zh", "en")) {
            var name = names.getProperty(language, "");
            if (name.isBlank()) fault(file, 0, "instrument name missing in " + language);
            else if (!bounds.isHistoric() && (name.length() > LONGEST_NAME || !Characters.isPlain(name))) {
                fault(
                        file,
                        0,
                        "instrument name must have at most %d plain characters in %s"
                                .formatted(LONGEST_NAME, language));
            }
        }
    }

    private void fault(ParsedRule rule, String what) {
        fault(rule.file(), rule.line(), what);
    }

    private void fault(String file, int line, String what) {
        faults.add(new DraftFault(file, line, what));
    }
}
