package pujiang.law;

/**
 * One question while it is asked: the numbers of the book that is asked, and the time that is left. Seen by one thread only.
 * What a rule may say ends by itself, so nothing has to be stopped from outside: the conditions look at the clock now and
 * then, and the engine before each firing.
 */
final class EvaluationContext {

    /** Words of rules are called with the question only; what else they need is found here. */
    static final ScopedValue<EvaluationContext> NOW = ScopedValue.newInstance();

    /** A look at the clock costs as much as a condition. A hundred conditions take microseconds. */
    private static final int CONDITIONS_BETWEEN_LOOKS = 100;

    /** A condition that is not asked within a question, as in a test: its time does not end. */
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

    /** Told of every condition; most of the time it only counts. */
    static void step() {
        now().count();
    }

    private void count() {
        if (--untilNextLook == 0) look();
    }

    /** @throws LawTimeout if there is no time left */
    void look() {
        untilNextLook = CONDITIONS_BETWEEN_LOOKS;
        if (limit.nanoseconds().getAsLong() - begun <= limit.most().toNanos()) return;
        late = true;
        throw new LawTimeout("the law does not answer", limit.most());
    }

    /** Whether it ended for want of time; the engine wraps what is thrown within it. */
    boolean wasLate() {
        return late;
    }
}
