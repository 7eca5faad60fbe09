package pujiang.app.follower;

/**
 * Reads events after they are committed, in their one order, each at least once. For effects that no caller waits for.
 */
public interface Follower {

    /** Under which its place in the order of events is kept. A name that was released stays. */
    String name();
}
