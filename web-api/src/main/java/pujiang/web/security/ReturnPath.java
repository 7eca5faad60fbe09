package pujiang.web.security;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a reader goes after signing in: an address of this exchange and of no other site, however it is written
 * (CWE-601). Whatever is not plainly a path here becomes the start page.
 *
 * @param value path and query
 */
public record ReturnPath(String value) {

    private static final int LONGEST = 2_000;
    private static final Pattern SITE = Pattern.compile("^https?://[^/\\\\]+(?=/)");
    private static final ReturnPath START = new ReturnPath("/");

    /** @param wanted an address here, or a whole one, of which the site is left out */
    public static ReturnPath of(@Nullable String wanted) {
        if (wanted == null || wanted.length() > LONGEST) return START;
        var local = SITE.matcher(wanted).replaceFirst("");
        if (!plain(local) || local.startsWith("/sign-")) return START;
        try {
            var address = new URI(local);
            return address.isAbsolute() || address.getRawAuthority() != null ? START : new ReturnPath(local);
        } catch (URISyntaxException _) {
            return START;
        }
    }

    /** Browsers read a backslash as a slash and drop tabs and line ends, so "/\t/elsewhere" would lead elsewhere. */
    private static boolean plain(String wanted) {
        return wanted.startsWith("/")
                && !wanted.startsWith("//")
                && wanted.indexOf('\\') < 0
                && wanted.chars().allMatch(character -> character > ' ' && character < 0x7f);
    }
}
