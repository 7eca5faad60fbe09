package pujiang.app.job;

/** One run of a job. */
@FunctionalInterface
public interface Turn {

    /** Whether another item may be begun. */
    boolean lasts();
}
