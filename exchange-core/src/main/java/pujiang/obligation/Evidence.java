package pujiang.obligation;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pujiang.refusal.Invalid;
import pujiang.refusal.Texts;

/**
 * The proof that a responsible party submits for an obligation. A declaration is also evidence, because no file can
 * show that data was not used for another purpose.
 *
 * @param statement in the party's words, at most 2,000 characters
 * @param sha256 of an uploaded file, lower-case hexadecimal; null if there is none
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
