package pujiang.law;

import java.util.Arrays;
import java.util.function.Function;
import pujiang.compliance.Condition;

/**
 * Deeply nested conditions, written one after the other: {@code allOf(a, anyOf(b, c))} as
 * {@code postfix(a, b, c, anyOfLast(2), allOfLast(2))}. Needed because each level costs the engine's parser three times
 * the one before. Rule files cannot use these words.
 */
public final class Postfix {

    private Postfix() {}

    /** Joins the last conditions before it. */
    public record Join(int last, Function<Condition[], Condition> how) {}

    public static Join allOfLast(int parts) {
        return new Join(parts, Condition::allOf);
    }

    public static Join anyOfLast(int parts) {
        return new Join(parts, Condition::anyOf);
    }

    public static Join noneOfLast(int parts) {
        return new Join(parts, Condition::noneOf);
    }

    /** @param terms conditions, and joins of those before them; one condition remains */
    public static Condition postfix(Object... terms) {
        var open = new Condition[terms.length];
        int count = 0;
        for (var term : terms) {
            if (term instanceof Join(var last, var how)) {
                var parts = Arrays.copyOfRange(open, count - last, count);
                count -= last;
                open[count++] = how.apply(parts);
            } else {
                open[count++] = (Condition) term;
            }
        }
        if (count != 1) throw new IllegalArgumentException(count + " conditions remain, not one");
        return open[0];
    }
}
