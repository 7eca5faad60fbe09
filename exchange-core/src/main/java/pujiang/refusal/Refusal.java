package pujiang.refusal;

/**
 * A "no" that only the caller needs to hear. What a regulator or a counterparty may ask about is an event instead.
 *
 * <p>Each feature has one sealed family of records; their components are the arguments of the texts for people. What else is
 * known of each is one row of {@code refusals.txt}.
 */
public interface Refusal {

    /** Stable over releases, for example {@code trade.not-on-offer}. */
    default String code() {
        return RefusalTable.of(this).code();
    }

    /** Whether the same request may pass later without the caller changing it. */
    default boolean mayPassLater() {
        return RefusalTable.of(this).retry();
    }
}
