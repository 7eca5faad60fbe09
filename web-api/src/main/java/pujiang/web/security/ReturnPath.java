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
            var elsewhere = address.isAbsolute() || address.getRawAuthority() != null || climbs(address.getPath());
            return elsewhere ? START : new ReturnPath(local);
        } catch (URISyntaxException _) {
            return START;
        }
    }

    /**
     * Steps that lead up, or nowhere, however they are written: what is left when a browser or a server has followed them may
     * begin with two slashes.
     */
    private static boolean climbs(String path) {
        var steps = path.substring(1).split("/", -1);
        for (int i = 0; i < steps.length; i++) {
            var last = i == steps.length - 1;
            if (steps[i].equals(".") || steps[i].equals("..") || (steps[i].isEmpty() && !last)) return true;
        }
        return false;
    }

    /** Browsers read a backslash as a slash and drop tabs and line ends, so "/\t/elsewhere" would lead elsewhere. */
    private static boolean plain(String wanted) {
        return wanted.startsWith("/")
                && !wanted.startsWith("//")
                && wanted.indexOf('\\') < 0
                && wanted.chars().allMatch(character -> character > ' ' && character < 0x7f);
    }
}
