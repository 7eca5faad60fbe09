package pujiang.compliance;

/** Kleene's strong three-valued logic: what is not known stays unknown unless it cannot matter. */
public enum Truth {
    FALSE,
    UNKNOWN,
    TRUE;

    public static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    /** The least of both: one falsehood settles a conjunction. */
    public Truth and(Truth other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** The greatest of both: one truth settles a disjunction. */
    public Truth or(Truth other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public Truth negated() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
