package pujiang.law;

/**
 * The limits for the text of a rule book. They are tighter than before drafts were compiled from their parsed form. A
 * rule book accepted earlier is still read under its former limits: it may be in force, and it explains its decisions.
 *
 * @param name characters of one part of a name
 * @param parts of a name with dots
 * @param text characters of a text in quotation marks
 * @param ruleName characters
 * @param clauses of one condition
 * @param values in the brackets of one test
 * @param years that a rule may look back
 * @param isHistoric whether forms that the reader has refused since are read in their former meaning
 */
record Bounds(int name, int parts, int text, int ruleName, int clauses, int values, int years, boolean isHistoric) {

    private static final int FILE = Integer.MAX_VALUE;

    /**
     * For new drafts. A name has as many parts as {@code pujiang.compliance.Condition.allOf}; the longest rule of the
     * program's rule book has some twenty clauses.
     */
    static final Bounds DRAFT = new Bounds(64, 6, 4_000, 100, 500, 100, 1_000, false);

    /** For rule books accepted earlier: up to the size of their files, which was always limited. */
    static final Bounds KEPT = new Bounds(FILE, FILE, FILE, FILE, FILE, FILE, FILE, true);
}
