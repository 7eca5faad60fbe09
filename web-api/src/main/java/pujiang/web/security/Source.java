package pujiang.web.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * From where somebody signs in: an address, and the browser, if it has signed in before. Whoever has an IPv6 address has
 * at least 64 bits of them, so the network counts there. Behind a proxy it is the reader's own address only if the
 * exchange is told to believe the proxy ({@code server.forward-headers-strategy}).
 *
 * @param address or its network
 * @param browser what the browser was given at an earlier sign-in; null for a program, and for a new browser
 */
public record Source(String address, @Nullable String browser) {

    /** Names a browser in which somebody has signed in; it opens nothing, and is nobody's but that browser's. */
    static final String COOKIE = "pujiang-browser";

    /** The exchange itself. */
    static final Source HERE = new Source("here", null);

    private static final Pattern BROWSER = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final int NETWORK = 4;

    static Source of(HttpServletRequest request) {
        return new Source(network(request.getRemoteAddr()), browser(request).orElse(null));
    }

    /** With a name for the browser, unless it has one. */
    Source named(Supplier<String> name) {
        return browser == null ? new Source(address, name.get()) : this;
    }

    private static Optional<String> browser(HttpServletRequest request) {
        var cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .filter(value -> BROWSER.matcher(value).matches())
                .findFirst();
    }

    /** As the server writes addresses: IPv6 in eight groups, without the short form. */
    public static String network(String address) {
        var groups = address.split(":", -1);
        if (groups.length < NETWORK * 2) return address;
        return String.join(":", Arrays.copyOf(groups, NETWORK)) + "::/64";
    }
}
