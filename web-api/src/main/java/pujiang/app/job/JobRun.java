package pujiang.app.job;

/** One run of a job. */
@FunctionalInterface
public interface JobRun {

    /** Whether another item may be begun. */
    boolean lasts();
}
