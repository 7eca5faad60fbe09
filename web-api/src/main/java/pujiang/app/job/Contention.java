package pujiang.app.job;

/** Distinguishes a failure from a conflict with another transaction. */
@FunctionalInterface
public interface Contention {

    /** Whether a retry may succeed, since only another transaction was in conflict. */
    boolean stoodInTheWay(Throwable failure);
}
