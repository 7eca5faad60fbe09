package pujiang.web.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import pujiang.app.security.Source;

/** The {@link Source} of a request: its address, and the cookie of a browser in which somebody has signed in before. */
final class RequestSource {

    /** Names a browser in which somebody has signed in; it opens nothing, and is nobody's but that browser's. */
    static final String COOKIE = "pujiang-browser";

    private static final Pattern BROWSER = Pattern.compile("[A-Za-z0-9_-]{22}");

    private RequestSource() {}

    static Source of(HttpServletRequest request) {
        return new Source(
                Source.network(request.getRemoteAddr()), browser(request).orElse(null));
    }

    private static Optional<String> browser(HttpServletRequest request) {
        var cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .filter(value -> BROWSER.matcher(value).matches())
                .findFirst();
    }
}
