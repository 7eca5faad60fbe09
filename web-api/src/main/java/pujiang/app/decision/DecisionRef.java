package pujiang.app.decision;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pujiang.compliance.Decision;

/**
 * Identifies one of several decisions on the same matter: by its number, counted from 1, or by its digest, which a
 * receipt names. Any other text identifies none.
 */
public record DecisionRef(String name) {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");

    /** @param decisions the first first */
    public Optional<Decision> among(Stream<Decision> decisions) {
        return NUMBER.matcher(name).matches()
                ? decisions.skip(Integer.parseInt(name) - 1L).findFirst()
                : decisions.filter(decision -> decision.digest().equals(name)).findFirst();
    }

    @Override
    public String toString() {
        return name;
    }
}
