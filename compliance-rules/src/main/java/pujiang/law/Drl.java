package pujiang.law;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pujiang.compliance.Condition;
import pujiang.law.Clause.Argument;
import pujiang.law.Clause.Argument.Constant;
import pujiang.law.Clause.Argument.Day;
import pujiang.law.Clause.Argument.Flag;
import pujiang.law.Clause.Argument.Question;
import pujiang.law.Clause.Argument.Threshold;
import pujiang.law.Clause.Argument.Whole;
import pujiang.law.Clause.Argument.Year;
import pujiang.law.Clause.Connective;
import pujiang.law.Clause.Junction;
import pujiang.law.Clause.Test;

/**
 * The source that the engine compiles. It is generated from the form that {@link RuleFile} has parsed, for the
 * program's rule book and for drafts. It has no comments, escapes, annotations or descriptions. Every name is one of
 * ours, of the fact dictionary, or of the few forms that {@link RuleFile} and {@link ClauseReader} accept.
 *
 * @param files by the names of the files that they were read from
 */
record Drl(SortedMap<String, String> files) {

    /** When a rule fires. */
    enum Voice {
        /** To decide: a rule that can be ruled out does not fire. */
        IF_POSSIBLE,
        /** To explain: every rule reports its condition. */
        ALWAYS
    }

    static final List<String> IMPORTS = List.of("pujiang.compliance.*", Fired.class.getName());

    static final List<String> FUNCTION_IMPORTS = Stream.concat(
                    Stream.of(Connective.values()).map(one -> Condition.class.getName() + "." + one.word()),
                    Stream.concat(
                            Vocabulary.CLASSES.stream().map(words -> words.getName() + ".*"),
                            Stream.of(Thresholds.class.getName() + ".on")))
            .toList();

    /** Only the engine uses it; see {@link Postfix}. */
    private static final String POSTFIX_IMPORT = Postfix.class.getName() + ".*";

    /**
     * The engine's parser reads the arguments of a call three times, those of a call inside it nine times, and so on.
     * Conditions with more levels than in the program's rule book are written as {@link Postfix}, which has no levels.
     */
    private static final int MOST_NESTED = 3;

    Drl {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    static Drl of(Map<String, List<ParsedRule>> rules, Voice voice) {
        var files = new TreeMap<String, String>();
        rules.forEach((file, written) -> files.put(file, file(written, voice)));
        return new Drl(files);
    }

    /** One rule alone. */
    static Drl of(ParsedRule rule) {
        return of(Map.of(rule.file(), List.of(rule)), Voice.IF_POSSIBLE);
    }

    private static String file(List<ParsedRule> rules, Voice voice) {
        var head = Stream.of(
                        Stream.of("package law." + rules.getFirst().folder()),
                        IMPORTS.stream().map(name -> "import " + name),
                        Stream.concat(FUNCTION_IMPORTS.stream(), Stream.of(POSTFIX_IMPORT))
                                .map(name -> "import function " + name))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n", "", "\n\n"));
        return rules.stream().map(rule -> rule(rule, voice)).collect(Collectors.joining("\n", head, ""));
    }

    static String rule(ParsedRule rule, Voice voice) {
        var gates = rule.gates().stream().map(gate -> "Gate." + gate.name()).collect(Collectors.joining(", "));
        return """
                rule "%s"
                    date-effective "%s"
                %swhen
                    ProposedExchange( gate in (%s),
                        $why : %s%s )
                then
                    insertLogical(new Fired("%s", Outcome.%s, $why));
                end
                """
                .formatted(
                        rule.name(),
                        rule.from(),
                        until(rule.to()),
                        gates,
                        clause(rule.asks()),
                        voice == Voice.IF_POSSIBLE ? ",\n        $why.possible" : "",
                        rule.id(),
                        rule.outcome().name());
    }

    private static String until(@Nullable LocalDate end) {
        return end == null ? "" : "    date-expires \"%s\"\n".formatted(end);
    }

    private static String clause(Clause clause) {
        return clause.levels() <= MOST_NESTED
                ? nested(clause)
                : postfix(clause).collect(Collectors.joining(", ", "postfix(", ")"));
    }

    private static String nested(Clause clause) {
        return switch (clause) {
            case Junction(var how, var parts) ->
                parts.stream().map(Drl::nested).collect(Collectors.joining(", ", how.word() + "(", ")"));
            case Test(var word, var arguments) ->
                arguments.stream().map(Drl::argument).collect(Collectors.joining(", ", word + "(", ")"));
        };
    }

    private static Stream<String> postfix(Clause clause) {
        return switch (clause) {
            case Junction(var how, var parts) ->
                Stream.concat(
                        parts.stream().flatMap(Drl::postfix),
                        Stream.of("%sLast(%d)".formatted(how.word(), parts.size())));
            case Test _ -> Stream.of(nested(clause));
        };
    }

    private static String argument(Argument argument) {
        return switch (argument) {
            case Question _ -> "this";
            case Day _ -> "this.on()";
            case Year(var less) -> less == 0 ? "this.on().getYear()" : "this.on().getYear() - " + less;
            case Threshold(var instrument, var name, int _) -> "on(this, \"%s\", \"%s\")".formatted(instrument, name);
            case Whole(var value) -> value + "L";
            case Flag(var value) -> String.valueOf(value);
            case Constant(var name) -> name;
        };
    }
}
