package pujiang.history;

/** Maps stored names to classes. */
public interface EventNames {

    /** @throws IllegalArgumentException for a class without a stored name */
    String nameOf(Class<?> type);

    /** @throws IllegalArgumentException for a name that was never used */
    Class<?> classOf(String name);
}
