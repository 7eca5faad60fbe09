package pujiang.refusal;

import java.util.regex.Pattern;

/** The format of every id that a caller may choose: safe in a URL, a file name and a log line. */
public final class Identifiers {

    private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9-]{1,62}[a-z0-9])");

    private static final Pattern STATE = Pattern.compile("[a-z-]{1,32}");

    private Identifiers() {}

    /**
     * Accepts the name of a state as read models write it.
     *
     * @throws Invalid at the path, if no state can have that name
     */
    public static void checkState(String path, String value) {
        if (!STATE.matcher(value).matches()) {
            throw Invalid.at(path, "choice.unknown", "must be the name of a state", STATE.pattern());
        }
    }

    /**
     * Accepts an id.
     *
     * @throws Invalid at the path, if it is not 3 to 64 lower-case letters, digits and inner hyphens
     */
    public static void check(String path, String value) {
        if (!FORM.matcher(value).matches()) {
            throw Invalid.at(
                    path,
                    "id.malformed",
                    "must be 3 to 64 lower-case letters, digits and inner hyphens",
                    FORM.pattern());
        }
    }
}
