package pujiang.law;

import java.util.OptionalLong;
import pujiang.compliance.ProposedExchange;

/** Numbers of the law by the day from which they hold; a change adds a value beside the old one. */
public final class Thresholds {

    private Thresholds() {}

    /**
     * The number in force on the day of the question. Before its first day no rule that asks is in force, but the engine
     * evaluates the rule's condition all the same: the first number then answers, and nothing follows from it.
     *
     * @throws IllegalStateException if there is no such number; the engine then leaves the question to an officer
     */
    public static long on(ProposedExchange x, String instrument, String name) {
        return find(x, instrument, name).orElseThrow(() -> lacking(instrument, name));
    }

    /** As {@link #on}; empty if there is no such number. */
    static OptionalLong find(ProposedExchange x, String instrument, String name) {
        // Those of the book that is being asked: of two books with the same rules, the numbers may differ.
        return EvaluationContext.now().numbers().on(instrument, name, x.on());
    }

    /** Whether there was such a number, or an edition of such a list, on the day of the question. */
    public static boolean inForce(ProposedExchange x, String instrument, String name) {
        var values =
                EvaluationContext.now().numbers().find(instrument, name).orElseThrow(() -> lacking(instrument, name));
        return values.floorKey(x.on()) != null;
    }

    private static IllegalStateException lacking(String instrument, String name) {
        return new IllegalStateException("law/%s/thresholds.properties lacks %s".formatted(instrument, name));
    }
}
