package pujiang.law;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;
import pujiang.compliance.Gate;
import pujiang.compliance.Obligor;
import pujiang.compliance.Outcome;

/**
 * Reads a rule file, which has one fixed form. A DRL file is code, so everything except a condition over facts with one
 * logical finding is refused here. The rest of the program uses only the parsed form: {@link Drl} generates the
 * engine's source from it.
 */
final class RuleFile {

    private static final Set<String> IMPORTS = new TreeSet<>(Drl.IMPORTS);

    private static final Set<String> FUNCTION_IMPORTS = new TreeSet<>(Drl.FUNCTION_IMPORTS);

    private static final Set<String> NEEDED =
            new TreeSet<>(List.of("article", "title_zh", "title_en", "remedy_zh", "remedy_en"));

    private static final Set<String> TAGS =
            Stream.concat(NEEDED.stream(), Stream.of(ParsedRule.BEARER)).collect(Collectors.toCollection(TreeSet::new));

    private static final List<String> BEARERS =
            Stream.of(Obligor.values()).map(Obligor::name).toList();

    private static final Pattern RULE_NAME = Pattern.compile("[A-Z0-9]+(-[0-9]+){1,3}( [A-Za-z0-9 -]+)?");

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** Earlier the engine's calendar is the Julian one, with other days. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1583, 1, 1);

    private final Tokens tokens;
    private final Bounds bounds;

    private RuleFile(Tokens tokens) {
        this.tokens = tokens;
        this.bounds = tokens.bounds();
    }

    /** @throws DraftFault.Found at the first unexpected word */
    static List<ParsedRule> read(String file, String text, Bounds bounds) {
        return new RuleFile(new Tokens(file, text, bounds)).rules();
    }

    private List<ParsedRule> rules() {
        var folder = tokens.file().substring(0, tokens.file().indexOf('/'));
        if (!SourceVersion.isName(folder)) throw tokens.fault("folder name is a Java keyword: " + folder);
        tokens.expect("package");
        if (!tokens.dotted().equals("law." + folder)) throw tokens.fault("package must be law." + folder);
        while (tokens.now().is("import")) importation();
        var rules = new ArrayList<ParsedRule>();
        while (!tokens.isAtEnd()) rules.add(rule());
        if (rules.isEmpty()) throw tokens.fault("no rule found");
        return List.copyOf(rules);
    }

    /** Rules may use the same names in every file; the import is for the readers of the file. */
    private void importation() {
        tokens.expect("import");
        var allowed = tokens.passed("function") ? FUNCTION_IMPORTS : IMPORTS;
        var first = tokens.now();
        var imported = tokens.dotted();
        if (!allowed.contains(imported)) {
            throw tokens.fault(
                    first, "may not import %s; a rule has %s".formatted(Characters.shown(imported), allowed));
        }
    }

    private ParsedRule rule() {
        int line = tokens.now().line();
        tokens.expect("rule");
        var name = ruleName();
        var tags = tags();
        var from = day("date-effective");
        var to = tokens.now().is("date-expires") ? day("date-expires") : null;
        tokens.expect("when");
        var gates = gates();
        var asks = condition();
        tokens.expect("then");
        var outcome = consequence(name);
        return new ParsedRule(tokens.file(), line, name, tags, from, to, gates, asks, outcome);
    }

    private String ruleName() {
        var name = tokens.text();
        if (name.text().length() <= bounds.ruleName()
                && RULE_NAME.matcher(name.text()).matches()) return name.text();
        throw tokens.fault(
                name,
                "invalid rule name, expected its id and optional words in at most %d characters: %s"
                        .formatted(bounds.ruleName(), Tokens.shown(name)));
    }

    private Map<String, String> tags() {
        var tags = new TreeMap<String, String>();
        while (tokens.passed("@")) {
            var tag = tokens.name();
            if (!TAGS.contains(tag.text())) {
                throw tokens.fault(tag, "unknown tag @%s; allowed are %s".formatted(Tokens.shown(tag), TAGS));
            }
            tokens.expect("(");
            var text = tokens.text();
            if (text.text().isBlank()) throw tokens.fault(text, "@%s is empty".formatted(tag.text()));
            if (tag.text().equals(ParsedRule.BEARER) && !BEARERS.contains(text.text())) {
                throw tokens.fault(
                        text, "expected one of %s in @bearer: found %s".formatted(BEARERS, Tokens.shown(text)));
            }
            if (tags.put(tag.text(), text.text()) != null) {
                throw tokens.fault(tag, "duplicate tag @%s".formatted(tag.text()));
            }
            tokens.expect(")");
        }
        if (!tags.isEmpty() && !tags.keySet().containsAll(NEEDED)) {
            throw tokens.fault("all or none of " + NEEDED + " are required");
        }
        return Collections.unmodifiableMap(tags);
    }

    private LocalDate day(String attribute) {
        if (!tokens.passed(attribute)) {
            throw tokens.fault("expected the attribute %s: found %s".formatted(attribute, Tokens.shown(tokens.now())));
        }
        var text = tokens.text();
        var day = dayOrNull(text.text());
        if (day == null || (day.isBefore(FIRST_DAY) && !bounds.isHistoric())) {
            throw tokens.fault(
                    text,
                    "expected a date such as 2026-07-01 for %s, from %s to 9999-12-31".formatted(attribute, FIRST_DAY));
        }
        return day;
    }

    private static @Nullable LocalDate dayOrNull(String text) {
        try {
            return DAY.matcher(text).matches() ? LocalDate.parse(text) : null;
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    private Set<Gate> gates() {
        tokens.expect("ProposedExchange", "(", "gate", "in", "(");
        var gates = EnumSet.noneOf(Gate.class);
        do {
            tokens.expect("Gate", ".");
            gates.add(tokens.constant(Gate.class));
        } while (tokens.passed(","));
        tokens.expect(")", ",");
        return Collections.unmodifiableSet(gates);
    }

    private Clause condition() {
        tokens.expect("$why", ":");
        var asks = new ClauseReader(tokens).clause();
        tokens.expect(",", "$why", ".", "possible", ")");
        return asks;
    }

    private Outcome consequence(String rule) {
        tokens.expect("insertLogical", "(", "new", "Fired", "(");
        var fires = tokens.text();
        if (!fires.text().equals(ParsedRule.idOf(rule))) {
            throw tokens.fault(fires, "result names %s in rule %s".formatted(Tokens.shown(fires), rule));
        }
        tokens.expect(",", "Outcome", ".");
        var outcome = tokens.constant(Outcome.class);
        tokens.expect(",", "$why", ")", ")", ";", "end");
        return outcome;
    }
}
