package pujiang.law;

/**
 * The context of one evaluation: the numbers of the rule book, and the remaining time. Used by one thread only. Every
 * expression of a rule terminates, so no thread has to be interrupted: conditions check the clock at intervals, and the
 * engine before each firing.
 */
final class EvaluationContext {

    /** Words of rules receive the question only; they find the rest here. */
    static final ScopedValue<EvaluationContext> NOW = ScopedValue.newInstance();

    /** Reading the clock costs as much as a condition. A hundred conditions take microseconds. */
    private static final int CONDITIONS_BETWEEN_LOOKS = 100;

    /** For a condition outside an evaluation, as in a test: without a time limit. */
    private static final EvaluationContext NOBODY = new EvaluationContext(RuleBook.ownNumbers(), TimeLimit.NONE);

    private final ThresholdTable thresholdTable;
    private final TimeLimit limit;
    private final long begun;
    private int untilNextLook = CONDITIONS_BETWEEN_LOOKS;
    private boolean late;

    EvaluationContext(ThresholdTable thresholdTable, TimeLimit limit) {
        this.thresholdTable = thresholdTable;
        this.limit = limit;
        this.begun = limit.nanoseconds().getAsLong();
    }

    static EvaluationContext now() {
        return NOW.orElse(NOBODY);
    }

    ThresholdTable numbers() {
        return thresholdTable;
    }

    /** Called for every condition; most of the time it only counts. */
    static void step() {
        now().count();
    }

    private void count() {
        if (--untilNextLook == 0) look();
    }

    /** @throws LawTimeout if the time limit has passed */
    void look() {
        untilNextLook = CONDITIONS_BETWEEN_LOOKS;
        if (limit.nanoseconds().getAsLong() - begun <= limit.most().toNanos()) return;
        late = true;
        throw new LawTimeout("the law does not answer", limit.most());
    }

    /** Whether the time limit has passed; the engine wraps the exceptions of its rules. */
    boolean wasLate() {
        return late;
    }
}
