package pujiang.refusal;

import java.util.regex.Pattern;

/** The one form of every id that a caller may choose: fit for a URL, a file name and a log line. */
public final class Identifiers {

    private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9-]{1,62}[a-z0-9])");

    private Identifiers() {}

    /**
     * Lets an id pass.
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
