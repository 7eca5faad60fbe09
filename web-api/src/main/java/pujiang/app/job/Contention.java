package pujiang.app.job;

/** Tells what has failed from what only had to give way. */
@FunctionalInterface
public interface Contention {

    /** Whether the same again may well succeed, since only somebody else's transaction stood in its way. */
    boolean stoodInTheWay(Throwable failure);
}
