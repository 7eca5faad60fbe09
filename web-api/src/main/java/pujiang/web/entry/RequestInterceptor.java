package pujiang.web.entry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import pujiang.app.request.FieldError;
import pujiang.app.request.RequestRefusal.CodingUnsupported;
import pujiang.app.request.RequestRefusal.ConditionNotTaken;
import pujiang.app.request.RequestRefusal.FieldsInvalid;
import pujiang.app.request.RequestRefusal.MediaTypeUnsupported;
import pujiang.app.request.RequestRefusal.NotAcceptable;
import pujiang.refusal.Refused;

/**
 * Stands before every handler, behind the guard: what the handler would not understand, or could not answer, is refused
 * while nothing has been done yet.
 */
final class RequestInterceptor implements HandlerInterceptor {

    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final List<String> CONDITIONS = List.of(
            HttpHeaders.IF_MATCH,
            HttpHeaders.IF_NONE_MATCH,
            HttpHeaders.IF_MODIFIED_SINCE,
            HttpHeaders.IF_UNMODIFIED_SINCE);
    private static final Set<Charset> IN_JSON = Set.of(StandardCharsets.UTF_8, StandardCharsets.US_ASCII);
    private static final String AS_IT_IS = "identity";

    private final ConcurrentHashMap<HandlerMethod, AcceptedParameters> understood = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method) || !AcceptedParameters.isOurs(method)) return true;
        var its = understood.computeIfAbsent(method, AcceptedParameters::by);
        body(request, its);
        if (its.program() || READING.contains(request.getMethod())) query(request, its);
        if (its.program()) {
            conditions(request, its);
            answer(request, its);
        }
        return true;
    }

    /** What the body is said to be must be something that there is; in which media type it is taken, the handler says. */
    private static void body(HttpServletRequest request, AcceptedParameters its) {
        for (var coding : Collections.list(request.getHeaders(HttpHeaders.CONTENT_ENCODING))) {
            if (!coding.strip().equalsIgnoreCase(AS_IT_IS)) throw new Refused(new CodingUnsupported(coding));
        }
        whole(request);
        var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null) return;
        var accepted = its.json() ? MediaType.APPLICATION_JSON_VALUE : MediaType.ALL_VALUE;
        try {
            var declared = MediaType.parseMediaType(type);
            // Not what is built on JSON either: a patch is no document, however much it looks like one.
            if (!its.json() || isJson(declared)) return;
        } catch (InvalidMediaTypeException _) {
            // Told below, by its name.
        }
        throw new Refused(new MediaTypeUnsupported(type, accepted));
    }

    /** What sends a part of a body would have it taken for the whole: RFC 9110, section 14.5. */
    private static void whole(HttpServletRequest request) {
        var part = HttpHeaders.CONTENT_RANGE;
        if (request.getHeader(part) == null) return;
        throw new Refused(new FieldsInvalid(
                List.of(FieldError.inHeader(part, "field.unknown", "is not taken here: a body is sent as a whole"))));
    }

    /** JSON is written in UTF-8 (RFC 8259, section 8.1): what says that it is not would be read as what it is not. */
    private static boolean isJson(MediaType declared) {
        var charset = declared.getCharset();
        return MediaType.APPLICATION_JSON.equalsTypeAndSubtype(declared)
                && (charset == null || IN_JSON.contains(charset));
    }

    /** A parameter that is silently dropped gives a list that nobody asked for. */
    private static void query(HttpServletRequest request, AcceptedParameters its) {
        // The parameters of a form are its body, and those of a page's form are the page's own.
        if (!READING.contains(request.getMethod()) && request.getQueryString() == null) return;
        var given = request.getParameterMap();
        var known = String.join(", ", its.parameters().stream().sorted().toList());
        var errors = Stream.concat(
                        its.unknown(given)
                                .map(name -> FieldError.inParameter(
                                        name, "field.unknown", "is not a parameter here; known are: " + known, known)),
                        its.doubled(given)
                                .map(name -> FieldError.inParameter(name, "field.duplicate", "is given twice", "")))
                .toList();
        if (!errors.isEmpty()) throw new Refused(new FieldsInvalid(errors));
    }

    /** Who makes an action depend on a condition must not have it done without: RFC 9110, section 13.1. */
    private static void conditions(HttpServletRequest request, AcceptedParameters its) {
        if (READING.contains(request.getMethod())) return;
        for (var condition : CONDITIONS) {
            if (request.getHeader(condition) == null) continue;
            if (condition.equals(HttpHeaders.IF_MATCH) && its.conditional()) continue;
            throw new Refused(new ConditionNotTaken(condition));
        }
    }

    /**
     * Decides what the answer is written as. A handler that says it has been chosen by it already; one that says nothing
     * writes JSON, whatever else is in the class path.
     */
    private static void answer(HttpServletRequest request, AcceptedParameters its) {
        if (!its.answers() || request.getAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE) != null) return;
        var accept = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
        if (!AcceptHeader.takes(accept, MediaType.APPLICATION_JSON)) {
            throw new Refused(new NotAcceptable(MediaType.APPLICATION_JSON_VALUE));
        }
        request.setAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE, Set.of(MediaType.APPLICATION_JSON));
    }
}
