package pujiang.refusal;

/**
 * The refusal of a request, for the caller only. A result that a regulator or a counterparty may need is an event.
 *
 * <p>Each feature has one sealed family of records; their components are the arguments of the texts for people. The
 * other properties of each are one row of {@code refusals.txt}.
 */
public interface Refusal {

    /** Stable across releases, for example {@code trade.not-on-offer}. */
    default String code() {
        return RefusalTable.of(this).code();
    }

    /** Whether the same request may succeed later without a change by the caller. */
    default boolean mayPassLater() {
        return RefusalTable.of(this).retry();
    }
}
