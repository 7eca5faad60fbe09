package pujiang.law;

import java.util.OptionalLong;
import pujiang.compliance.ProposedExchange;

/** The legal numbers by the day from which they are in force. A change adds a value and keeps the old one. */
public final class Thresholds {

    private Thresholds() {}

    /**
     * The number in force on the day of the question. Before its first day no rule that uses it is in force, but the
     * engine still evaluates the condition. It then uses the first number, without effect.
     *
     * @throws IllegalStateException if there is no such number; an officer then decides the question
     */
    public static long on(ProposedExchange x, String instrument, String name) {
        return find(x, instrument, name).orElseThrow(() -> lacking(instrument, name));
    }

    /** As {@link #on}; empty if there is no such number. */
    static OptionalLong find(ProposedExchange x, String instrument, String name) {
        // From the rule book under evaluation, because two rule books with the same rules may differ in numbers.
        return EvaluationContext.now().numbers().on(instrument, name, x.on());
    }

    /** Whether such a number, or an edition of such a list, existed on the day of the question. */
    public static boolean inForce(ProposedExchange x, String instrument, String name) {
        var values =
                EvaluationContext.now().numbers().find(instrument, name).orElseThrow(() -> lacking(instrument, name));
        return values.floorKey(x.on()) != null;
    }

    private static IllegalStateException lacking(String instrument, String name) {
        return new IllegalStateException("law/%s/thresholds.properties lacks %s".formatted(instrument, name));
    }
}
