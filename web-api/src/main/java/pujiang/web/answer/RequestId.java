package pujiang.web.answer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names a request in its answer, in a problem and in the lines that are logged on the way. A client may bring its own, so
 * that its log and ours can be read side by side; one that could be anything but a name is replaced.
 */
public final class RequestId {

    public static final String HEADER = "X-Request-Id";

    private static final String PLACE = RequestId.class.getName();
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int BASE = 36;

    private RequestId() {}

    /** Gives the request its id, if it has none yet, and tells it in the answer. */
    public static String give(HttpServletRequest request, HttpServletResponse response, Clock clock) {
        var given = of(request);
        var id = given == null ? named(request, clock) : given;
        request.setAttribute(PLACE, id);
        response.setHeader(HEADER, id);
        return id;
    }

    /** Null for what the server has refused before anybody could name it. */
    public static @Nullable String of(HttpServletRequest request) {
        return request.getAttribute(PLACE) instanceof String id ? id : null;
    }

    private static String named(HttpServletRequest request, Clock clock) {
        var brought = request.getHeader(HEADER);
        if (brought != null && HARMLESS.matcher(brought).matches()) return brought;
        // Unique without chance: the instant, and the server's own count of requests.
        return Long.toString(clock.millis(), BASE) + "-" + request.getRequestId();
    }
}
