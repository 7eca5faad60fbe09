package pujiang.law;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import pujiang.law.Clause.Argument;
import pujiang.law.Clause.Connective;
import pujiang.law.Clause.Junction;
import pujiang.law.Clause.Test;

/** Reads the condition of a rule. It recurses once for each level of junctions, of which there are few. */
final class ClauseReader {

    private static final int MOST_LEVELS = 32;
    private static final int OCTAL = 8;

    /** The names of instruments and numbers that a file of thresholds can have; see {@link ThresholdTable}. */
    private static final Pattern NUMBER_NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final Tokens tokens;
    private final Bounds bounds;

    /** Junctions and tests. */
    private int clauses;

    ClauseReader(Tokens tokens) {
        this.tokens = tokens;
        this.bounds = tokens.bounds();
    }

    Clause clause() {
        return clause(0);
    }

    private Clause clause(int level) {
        if (level > MOST_LEVELS) throw tokens.fault("nested deeper than " + MOST_LEVELS);
        if (++clauses > bounds.clauses()) {
            throw tokens.fault("condition has more than %d parts".formatted(bounds.clauses()));
        }
        var word = tokens.name();
        var joining = Connective.called(word.text()).findFirst();
        if (joining.isPresent())
            return new Junction(joining.get(), inBrackets(bounds.clauses(), () -> clause(level + 1)));
        if (!Vocabulary.knows(word.text())) {
            var unknown = "unknown function %s; docs/law.md lists the functions".formatted(Tokens.shown(word));
            throw tokens.fault(word, unknown);
        }
        return test(word);
    }

    private Test test(Token word) {
        var arguments = inBrackets(bounds.values(), this::argument);
        if (!Vocabulary.fits(word.text(), arguments)) {
            throw tokens.fault(word, "wrong arguments; usage: " + Vocabulary.usage(word.text()));
        }
        return new Test(word.text(), arguments);
    }

    private <T> List<T> inBrackets(int most, Supplier<T> part) {
        tokens.expect("(");
        var parts = new ArrayList<T>();
        if (tokens.passed(")")) return parts;
        do {
            if (parts.size() == most) throw tokens.fault("more than %d parts in brackets".formatted(most));
            parts.add(part.get());
        } while (tokens.passed(","));
        tokens.expect(")");
        return parts;
    }

    private Argument argument() {
        var next = tokens.now();
        if (next.is("this")) return question();
        if (next.is("on")) return threshold();
        if (next.is("true") || next.is("false"))
            return new Argument.Flag(tokens.name().text().equals("true"));
        if (next.kind() == Token.Kind.NUMBER) return new Argument.Whole(number("a number"));
        return constant();
    }

    /** The question itself, its day, or its year less a number. */
    private Argument question() {
        tokens.expect("this");
        if (!tokens.passed(".")) return new Argument.Question();
        tokens.expect("on", "(", ")");
        if (!tokens.passed(".")) return new Argument.Day();
        tokens.expect("getYear", "(", ")");
        if (!tokens.passed("-")) return new Argument.Year(0);
        var years = tokens.now();
        long less = number("a number of years");
        if (less > bounds.years()) throw tokens.fault(years, "more than " + bounds.years() + " years back");
        return new Argument.Year((int) less);
    }

    private long number(String what) {
        var number = tokens.take(Token.Kind.NUMBER, what);
        if (!number.text().startsWith("0")) return Long.parseLong(number.text());
        try {
            // Not in drafts; in older rule books Java read it as an octal number.
            return Long.parseLong(number.text(), OCTAL);
        } catch (NumberFormatException _) {
            throw tokens.fault(number, "number has a leading 0");
        }
    }

    private Argument threshold() {
        var line = tokens.now().line();
        tokens.expect("on", "(", "this", ",");
        var instrument = numberName();
        tokens.expect(",");
        var name = numberName();
        tokens.expect(")");
        return new Argument.Threshold(instrument, name, line);
    }

    private String numberName() {
        var name = tokens.text();
        if (NUMBER_NAME.matcher(name.text()).matches()) return name.text();
        if (bounds.isHistoric() && Characters.isPlain(name.text())) return name.text();
        throw tokens.fault(name, "invalid threshold name: " + Tokens.shown(name));
    }

    private Argument constant() {
        var first = tokens.now();
        var name = tokens.dotted();
        if (Vocabulary.hasConstant(name)) return new Argument.Constant(name);
        throw tokens.fault(first, "unknown fact or value: " + Characters.shown(name));
    }
}
