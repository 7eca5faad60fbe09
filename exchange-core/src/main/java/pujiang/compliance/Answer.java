package pujiang.compliance;

/** The answer of a fact sheet about one fact. */
public sealed interface Answer<T> {

    record Known<T>(T value) implements Answer<T> {}

    default boolean isUnknown() {
        return this instanceof Unknown;
    }

    /** Known not to exist: no certificate, no filing, no report year. */
    record None<T>() implements Answer<T> {}

    /** Not stated. Never read as "no". */
    record Unknown<T>() implements Answer<T> {}
}
