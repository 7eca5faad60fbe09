package pujiang.law;

import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pujiang.compliance.Condition;
import pujiang.compliance.FactDictionary;
import pujiang.compliance.Gate;
import pujiang.compliance.Outcome;

/**
 * Reads one file of rules by the one shape that rules have, before anything of it is compiled: a DRL file is code, and what
 * is not a condition over facts with one logical finding is refused here, whatever it would do.
 */
final class RuleFile {

    private static final int DEEPEST = 32;

    private static final Set<String> IMPORTS = Set.of("pujiang.compliance.*", "pujiang.law.Fired");

    private static final List<Class<?>> VOCABULARIES =
            List.of(Conditions.class, Definitions.class, CrossBorder.class, PublicData.class, Audits.class);

    private static final Set<String> FUNCTION_IMPORTS = Stream.concat(
                    VOCABULARIES.stream().map(words -> words.getName() + ".*"),
                    Stream.of(
                            Condition.class.getName() + ".allOf",
                            Condition.class.getName() + ".anyOf",
                            Condition.class.getName() + ".noneOf",
                            Thresholds.class.getName() + ".on"))
            .collect(Collectors.toUnmodifiableSet());

    /** What a condition may say; numbers of the law are asked for by {@code on}. */
    private static final Set<String> WORDS = Stream.concat(
                    VOCABULARIES.stream()
                            .flatMap(words -> Arrays.stream(words.getDeclaredMethods()))
                            .filter(method -> Modifier.isPublic(method.getModifiers()))
                            .filter(method -> method.getReturnType() == Condition.class)
                            .map(method -> method.getName()),
                    Stream.of("allOf", "anyOf", "noneOf"))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> TAGS = Set.of("article", "title_zh", "title_en", "remedy_zh", "remedy_en");

    private static final Set<String> CONSTANTS = FactDictionary.constants();

    private final String file;
    private final List<Token> tokens;
    private final List<Written.Threshold> numbers = new ArrayList<>();
    private int at;

    private RuleFile(String file, String text) {
        this.file = file;
        this.tokens = Token.of(file, text);
    }

    /** @throws DraftFault.Found at the first word that does not belong there */
    static List<Written> read(String file, String text) {
        return new RuleFile(file, text).rules();
    }

    private List<Written> rules() {
        var folder = file.substring(0, file.indexOf('/'));
        expect("package");
        var declared = dotted();
        if (!declared.equals("law." + folder)) throw fault("must be package law." + folder);
        while (now().is("import")) importation();
        var rules = new ArrayList<Written>();
        while (now().kind() != Token.Kind.END) rules.add(rule());
        if (rules.isEmpty()) throw fault("holds no rule");
        return rules;
    }

    private void importation() {
        expect("import");
        var function = now().is("function");
        if (function) at++;
        var line = now();
        var imported = dotted();
        if (!(function ? FUNCTION_IMPORTS : IMPORTS).contains(imported)) {
            throw fault(line, "may not import " + imported + "; a rule has " + (function ? FUNCTION_IMPORTS : IMPORTS));
        }
    }

    private Written rule() {
        int line = now().line();
        expect("rule");
        var name = text();
        if (!name.matches("[A-Z0-9]+(-[0-9]+){1,3}( [A-Za-z0-9 -]+)?")) {
            throw fault("must be named by its id, and perhaps a word or two: not " + name);
        }
        numbers.clear();
        var tags = tags();
        var from = day("date-effective");
        var to = now().is("date-expires") ? day("date-expires") : null;
        expect("when");
        var gates = gates();
        condition();
        expect("then");
        var fires = fires();
        var outcome = consequence();
        if (!fires.equals(name.split(" ", 2)[0])) throw fault("reports " + fires + " in the rule " + name);
        return new Written(file, line, name, tags, from, to, gates, List.copyOf(numbers), fires, outcome);
    }

    private Set<String> tags() {
        var tags = new LinkedHashSet<String>();
        while (now().is("@")) {
            at++;
            var tag = name();
            if (!TAGS.contains(tag)) throw fault("has no tag @" + tag + "; a rule has " + TAGS);
            if (!tags.add(tag)) throw fault("has @" + tag + " twice");
            expect("(");
            if (text().isBlank()) throw fault("says nothing in @" + tag);
            expect(")");
        }
        if (!tags.isEmpty() && !tags.equals(TAGS)) throw fault("needs all of " + TAGS + " or none");
        return tags;
    }

    private @Nullable LocalDate dayOrNull(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    private LocalDate day(String attribute) {
        if (!now().is(attribute)) {
            throw fault("needs " + attribute + " here, and no other attribute: not " + now().text());
        }
        at++;
        var day = dayOrNull(text());
        if (day == null) throw fault("needs a day such as 2026-07-01 for " + attribute);
        return day;
    }

    private Set<Gate> gates() {
        expect("ProposedExchange", "(", "gate", "in", "(");
        var gates = EnumSet.noneOf(Gate.class);
        do {
            expect("Gate", ".");
            gates.add(constant(Gate.class));
        } while (comma());
        expect(")", ",");
        return gates;
    }

    private void condition() {
        expect("$why", ":");
        call(0);
        expect(",", "$why", ".", "possible", ")");
    }

    private void call(int depth) {
        if (depth > DEEPEST) throw fault("is nested deeper than " + DEEPEST);
        var word = name();
        if (!WORDS.contains(word)) throw fault("does not know the word " + word + "; docs/law.md shows what rules say");
        expect("(");
        if (now().is(")")) {
            at++;
            return;
        }
        do argument(depth + 1);
        while (comma());
        expect(")");
    }

    private void argument(int depth) {
        var next = now();
        if (next.is("this")) question();
        else if (next.is("on")) number();
        else if (next.kind() == Token.Kind.NUMBER || next.is("true") || next.is("false")) at++;
        else if (next.kind() == Token.Kind.NAME
                && Character.isUpperCase(next.text().charAt(0))) fact();
        else call(depth);
    }

    /** The question itself, its day, or its year less some. */
    private void question() {
        expect("this");
        if (!now().is(".")) return;
        expect(".", "on", "(", ")");
        if (!now().is(".")) return;
        expect(".", "getYear", "(", ")");
        if (!now().is("-")) return;
        at++;
        if (now().kind() != Token.Kind.NUMBER) throw fault("needs a number of years");
        at++;
    }

    private void number() {
        var line = now().line();
        expect("on", "(", "this", ",");
        var instrument = text();
        expect(",");
        numbers.add(new Written.Threshold(instrument, text(), line));
        expect(")");
    }

    /** A fact, or a value that a fact can have. */
    private void fact() {
        var line = now();
        var constant = dotted();
        if (!CONSTANTS.contains(constant)) throw fault(line, "names no fact and no value of one: " + constant);
    }

    private String fires() {
        expect("insertLogical", "(", "new", "Fired", "(");
        return text();
    }

    private Outcome consequence() {
        expect(",", "Outcome", ".");
        var outcome = constant(Outcome.class);
        expect(",", "$why", ")", ")", ";", "end");
        return outcome;
    }

    private <E extends Enum<E>> E constant(Class<E> type) {
        var name = name();
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(() -> fault("is none of " + Arrays.toString(type.getEnumConstants()) + ": " + name));
    }

    private boolean comma() {
        if (!now().is(",")) return false;
        at++;
        return true;
    }

    private String dotted() {
        var all = new StringBuilder(name());
        while (now().is(".")) {
            at++;
            all.append('.').append(now().is("*") ? take("*") : name());
        }
        return all.toString();
    }

    private String take(String mark) {
        expect(mark);
        return mark;
    }

    private String name() {
        return take(Token.Kind.NAME, "a name");
    }

    private String text() {
        return take(Token.Kind.TEXT, "a text in quotation marks");
    }

    private String take(Token.Kind kind, String what) {
        if (now().kind() != kind) throw fault("needs " + what + " here: not " + now().text());
        return tokens.get(at++).text();
    }

    private void expect(String... words) {
        for (var word : words) {
            if (!now().is(word)) throw fault("needs " + word + " here: not " + now().text());
            at++;
        }
    }

    private Token now() {
        return tokens.get(at);
    }

    private DraftFault.Found fault(String what) {
        return fault(tokens.get(Math.max(0, Math.min(at, tokens.size() - 1))), what);
    }

    private DraftFault.Found fault(Token where, String what) {
        return new DraftFault.Found(file, where.line(), what);
    }
}
