package pujiang.history;

/** Which stored name belongs to which class. */
public interface EventNames {

    /** @throws IllegalArgumentException for a class that is not stored under a name of its own */
    String nameOf(Class<?> type);

    /** @throws IllegalArgumentException for a name that was never used */
    Class<?> classOf(String name);
}
