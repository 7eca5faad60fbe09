package pujiang.compliance;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The values of a fact that need proof before rules use them. A statement against the party's own interest needs none:
 * "no licence" needs no document, "a licence" does.
 *
 * @param wanted the values that need proof, in words; empty if there are none
 */
record Proof(String wanted, Predicate<Object> asked) {

    static final Proof NONE = new Proof("", _ -> false);

    /** A date or a year: any value needs proof, "none" does not. */
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
