package pujiang.obligation;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pujiang.refusal.Invalid;
import pujiang.refusal.Texts;

/**
 * With what a bearer proves that it has done what it owes. A declaration is evidence too: that data was not used for
 * something else cannot be shown by a file.
 *
 * @param statement in its own words, at most 2,000 characters
 * @param sha256 of a file that it has uploaded, lower-case hexadecimal; null if there is none
 */
public record Evidence(String statement, @Nullable String sha256) {

    private static final int LONGEST = 2_000;
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    public Evidence {
        Texts.check("statement", statement, LONGEST);
        if (sha256 != null && !DIGEST.matcher(sha256).matches()) {
            throw Invalid.at("sha256", "digest.malformed", "must be 64 lower-case hexadecimal digits");
        }
    }
}
