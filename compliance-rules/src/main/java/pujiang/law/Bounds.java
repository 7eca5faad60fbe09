package pujiang.law;

/**
 * How much of everything a rule book may have, beyond what its words are. The bounds are tighter than they were before a
 * draft was compiled from what was read of it. A book that was let in before is read as it was read then, for ever: it may
 * be in force, and what it has decided is explained by it.
 *
 * @param name characters of one part of a name
 * @param parts of a name with dots
 * @param text characters of a text in quotation marks
 * @param ruleName characters
 * @param clauses of one condition
 * @param values in the brackets of one test
 * @param years that a rule may look back
 * @param isHistoric whether what the reader has learned to refuse since is read as it was meant
 */
record Bounds(int name, int parts, int text, int ruleName, int clauses, int values, int years, boolean isHistoric) {

    private static final int FILE = Integer.MAX_VALUE;

    /**
     * For what somebody brings now. A name has as many parts as {@code pujiang.compliance.Condition.allOf}; the longest rule
     * of the program's own book has some twenty clauses.
     */
    static final Bounds DRAFT = new Bounds(64, 6, 4_000, 100, 500, 100, 1_000, false);

    /** For what was let in: as far as its files reach, whose size was always bounded. */
    static final Bounds KEPT = new Bounds(FILE, FILE, FILE, FILE, FILE, FILE, FILE, true);
}
