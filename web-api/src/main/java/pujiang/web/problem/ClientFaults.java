package pujiang.web.problem;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import pujiang.app.security.Source;
import pujiang.refusal.Refusal;
import pujiang.refusal.RefusalTable;

/**
 * What clients have done wrong. Every answer of 4xx is counted by its code. One line each tells of what no sound client
 * sends; what people meet in an ordinary day (403, 404, 409 and their like) has none. Lines are rationed, so that nobody
 * fills the log from outside.
 */
final class ClientFaults {

    private static final Logger LOG = LoggerFactory.getLogger(ClientFaults.class);
    private static final String COUNTED = ClientFaults.class.getName() + ".counted";
    private static final int LINES_BY_SOURCE = 3;
    private static final int LINES_IN_ALL = 10;
    private static final int LONGEST_PATH = 200;

    private static final Set<HttpStatus> UNSOUND = Set.of(
            HttpStatus.BAD_REQUEST,
            HttpStatus.METHOD_NOT_ALLOWED,
            HttpStatus.NOT_ACCEPTABLE,
            HttpStatus.CONTENT_TOO_LARGE,
            HttpStatus.UNSUPPORTED_MEDIA_TYPE);

    private final Clock clock;
    private final MeterRegistry meters;
    private final LineAllowance allowance = new LineAllowance(LINES_BY_SOURCE, LINES_IN_ALL);

    ClientFaults(Clock clock, MeterRegistry meters) {
        this.clock = clock;
        this.meters = meters;
    }

    /** Once for each request, however often its answer is written. */
    void count(Refusal refusal, HttpServletRequest request) {
        var status = HttpStatus.valueOf(RefusalTable.of(refusal).status());
        if (!status.is4xxClientError() || request.getAttribute(COUNTED) != null) return;
        request.setAttribute(COUNTED, true);
        meters.counter("pujiang.client.faults", "code", refusal.code()).increment();
        if (UNSOUND.contains(status)) tell(refusal.code(), request);
    }

    private void tell(String code, HttpServletRequest request) {
        var source = Source.network(String.valueOf(request.getRemoteAddr()));
        var answer = allowance.ask(code, source, clock.instant());
        tellLeftOut(answer.leftOut());
        if (!answer.written()) return;
        // What failed before any handler is answered at another address.
        var method = original(request, RequestDispatcher.ERROR_METHOD, request.getMethod());
        var path = original(request, RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
        LOG.info("{} from {}: {} {}", code, source, shown(method), shown(path));
    }

    private static String original(HttpServletRequest request, String attribute, String otherwise) {
        return request.getAttribute(attribute) instanceof String original ? original : otherwise;
    }

    private static void tellLeftOut(Map<String, Long> leftOut) {
        leftOut.forEach((code, count) -> LOG.info("{}: {} more within a minute were not logged", code, count));
    }

    /** As it was sent, which is encoded; and should it not be, nothing in it begins a line of its own. */
    private static String shown(String path) {
        var plain = path.replaceAll("[^\\x21-\\x7e]", "?");
        return plain.length() <= LONGEST_PATH ? plain : plain.substring(0, LONGEST_PATH) + "…";
    }

    /** For whoever ends. */
    void tellTheRest() {
        tellLeftOut(allowance.rest());
    }
}
