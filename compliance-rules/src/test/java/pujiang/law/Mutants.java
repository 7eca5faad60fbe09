package pujiang.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pujiang.compliance.FactDictionary;
import pujiang.compliance.Gate;

/** Files of one rule of the program's own book, or of one that holds every form there is, each changed in a few places. */
final class Mutants {

    /** Whatever somebody might put in who wants the engine to read something else than the reader. */
    private static final List<String> HOSTILE = List.of(
            "\\u000a",
            "\\u0022",
            "\\n",
            "\\",
            "\n",
            "\r",
            "\r\n",
            "\t",
            "\f",
            "\0",
            "\u0085",
            "\u2028",
            "\u2029",
            "\ufeff",
            "\u202e",
            "\u200b",
            "\ud800",
            "\udc00",
            "\ud840\udc00",
            "數據",
            "//",
            "// ,\n",
            "// ,",
            "// )\n",
            "//\n",
            "// \\u000a System.exit(0); //",
            "// gate in (Gate.NOWHERE)\n",
            "// \"",
            "/*",
            "*/",
            "/* x */",
            "/* \n */",
            "#",
            "# x\n",
            "\"",
            "'",
            "`",
            ";",
            ",",
            ".",
            ":",
            "(",
            ")",
            "{",
            "}",
            "[",
            "]",
            "@",
            "!",
            "&&",
            "||",
            "==",
            "->",
            "<",
            ">",
            "=",
            "?",
            "+",
            "-",
            "*",
            "%",
            "|",
            "&",
            "~",
            "^",
            " ",
            "  ",
            "\n\n",
            "true",
            "false",
            "null",
            "this",
            "on",
            "end",
            "then",
            "when",
            "rule",
            "import",
            "function",
            "package",
            "global java.util.List out\n",
            "query q() end\n",
            "declare X end\n",
            "dialect \"mvel\"\n",
            "salience 10\n",
            "no-loop true\n",
            "enabled false\n",
            "timer (int: 1s)\n",
            "@Role(event)",
            "eval(true)",
            "not ",
            "exists ",
            "or ",
            "and ",
            "forall",
            "from ",
            "accumulate",
            "new ",
            "System.exit(0);",
            "Runtime.getRuntime()",
            ".getClass()",
            "this.facts()",
            "drools.halt();",
            "insert(",
            "modify(",
            "do[x]",
            "extends \"X\"",
            "over window:time(1s)",
            "#.x",
            "!.",
            "0x1F",
            "010",
            "1e999",
            "5L",
            "1.5",
            "-1",
            "9223372036854775808",
            "999999999999999999",
            "\"+999999999-12-31\"",
            "\"2026-02-30\"",
            "Gate.NOWHERE",
            "$other : ",
            "soundslike",
            "matches \".*\"",
            "contains",
            "memberOf",
            "str[startsWith]",
            "unit X;",
            "import static x.Y.*;");

    /** What leaves a rule a rule, mostly. */
    private static final List<String> HARMLESS = List.of(
            " ",
            "\n",
            "\n    ",
            "// note\n",
            "// 说明 ,\n",
            " // gate in (Gate.POST)\n",
            "   ",
            "// \"\n",
            "// /* \n",
            "// '\n");

    private static final List<String> KNOWN = Stream.of(
                    FactDictionary.constants().keySet().stream().sorted(),
                    Stream.of(Gate.values()).map(gate -> "Gate." + gate),
                    Stream.of("allOf", "anyOf", "noneOf", "is", "isNot", "isIn", "isBelow", "isAtLeast", "isNone"),
                    Stream.of("true", "false", "this", "0", "7", "2026", "this.on()", "this.on().getYear() - 1"))
            .flatMap(names -> names)
            .toList();

    private static final Pattern WORD = Pattern.compile("[A-Za-z$_][A-Za-z0-9$_.-]*|\"[^\"\\n]*\"|\\d+|[^\\s]");

    private static final Pattern BEFORE_RULE = Pattern.compile("\n(?=rule )");

    private static final String EVERY_FORM =
            """
            rule "DSL-99-1"
                date-effective "2021-09-01"
                date-expires "2030-01-01"
            when
                ProposedExchange( gate in (Gate.LISTING, Gate.ORDER),
                    $why : allOf( is(this, ProductFacts.STATE_SECRET, true), // (a)
                        anyOf( isBelow(this, ProductFacts.SUBJECT_COUNT, 100),
                            noneOf( allOf( isNone(this, ProductFacts.MIN_SUBJECT_AGE), anyOf(
                                isBefore(this, ExportFacts.CERT_VALID_UNTIL, this.on()),
                                isAtLeast(this, ProductFacts.SUBJECT_COUNT, on(this, "cbdf", "persons-contract")) ) ) ),
                            isBelow(this, SellerFacts.LAST_RISK_REPORT_YEAR, this.on().getYear() - 1) ),
                        isIn(this, ProductFacts.GRADE, ProductFacts.Grade.CORE, ProductFacts.Grade.IMPORTANT) ),
                    $why.possible )
            then
                insertLogical(new Fired("DSL-99-1", Outcome.DENY, $why));
            end
            """;

    /** A file with one rule. */
    record Mutant(String file, String text) {}

    private final List<Mutant> seeds = new ArrayList<>();
    private final Random random;

    Mutants(Random random) {
        this.random = random;
        for (var file : RuleBook.files()) {
            if (file.endsWith(".drl")) add(file, RuleBook.text(file));
        }
        for (int i = 0; i < 8; i++) seeds.add(seed("dsl/art-53.drl", EVERY_FORM));
    }

    private void add(String file, String text) {
        var rules = text.substring(text.indexOf("\nrule ") + 1);
        BEFORE_RULE.splitAsStream(rules).forEach(rule -> seeds.add(seed(file, rule)));
    }

    private static Mutant seed(String file, String rule) {
        var head =
                """
                package law.%s

                import pujiang.compliance.*
                import pujiang.law.Fired
                import function pujiang.law.Conditions.*

                """
                        .formatted(file.substring(0, file.indexOf('/')));
        return new Mutant(file, head + rule);
    }

    Mutant next() {
        var seed = one(seeds);
        var text = seed.text();
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) text = changed(text);
        return new Mutant(seed.file(), text);
    }

    private String changed(String text) {
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> insertedAt(random.nextInt(text.length() + 1), one(HOSTILE), text);
            case 3, 4, 5 -> insertedAt(between(text), one(HARMLESS), text);
            case 6 -> insertedAt(between(text), one(HOSTILE), text);
            case 7, 8 -> replaced(text, one(KNOWN));
            case 9 -> replaced(text, word(text));
            case 10 -> without(text);
            default -> insertedAt(between(text), word(text), text);
        };
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static String insertedAt(int at, String what, String text) {
        return text.substring(0, at) + what + text.substring(at);
    }

    /** A place where one word ends and another begins. */
    private int between(String text) {
        var words = WORD.matcher(text).results().toList();
        var word = one(words);
        return random.nextBoolean() ? word.start() : word.end();
    }

    private String word(String text) {
        return one(WORD.matcher(text).results().toList()).group();
    }

    private String replaced(String text, String with) {
        var word = one(WORD.matcher(text).results().toList());
        return text.substring(0, word.start()) + with + text.substring(word.end());
    }

    private String without(String text) {
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + 1 + random.nextInt(20));
        return text.substring(0, from) + text.substring(to);
    }
}
