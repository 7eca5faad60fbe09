package pujiang.compliance;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What of a claim must be proven before the law hears it. A party's word against itself is taken: "no licence" needs no
 * paper, "a licence" does.
 *
 * @param wanted the values that need proof, in words; empty if none does
 */
record Proof(String wanted, Predicate<Object> asked) {

    static final Proof NONE = new Proof("", _ -> false);

    /** A date, a year: that there is such a thing at all. */
    static final Proof OF_ANY = new Proof("any value", _ -> true);

    boolean isNone() {
        return wanted.isEmpty();
    }

    static Proof of(Object... values) {
        var members = List.of(values);
        return new Proof(
                Arrays.stream(values).map(Object::toString).collect(Collectors.joining(", ")), members::contains);
    }
}
