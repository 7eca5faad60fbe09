package pujiang.web.problem;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.view.RedirectView;
import pujiang.app.request.Address;
import pujiang.app.request.RequestRefusal.FieldsInvalid;
import pujiang.app.request.RequestRefusal.Internal;
import pujiang.app.request.RequestRefusal.Unauthenticated;
import pujiang.app.security.AccountRefusal.FormExpired;
import pujiang.app.security.AccountRefusal.SignInsSlowed;
import pujiang.refusal.Refusal;
import pujiang.refusal.RefusalTable;
import pujiang.web.answer.RequestId;
import pujiang.web.security.ReturnPath;

/** Turns failures into answers: JSON for programs, a page for people. */
@Component
public final class ProblemAnswers implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);
    private static final String SECONDS_TO_WAIT = "2";
    /** draft-ietf-httpapi-ratelimit-headers-10: nothing remains, and when there is more. */
    private static final String RATE_LIMIT = "RateLimit";
    /** RFC 9110, section 15.5.2, asks for it with each 401; a browser shows no window of its own for this scheme. */
    private static final String HOW_TO_SIGN_IN = "Bearer realm=\"pujiang\"";

    private static final int BASE = 36;
    private static final String TOLD = ProblemAnswers.class.getName() + ".told";

    private final Clock clock;
    private final ClientFaults faults;

    public ProblemAnswers(Clock clock, MeterRegistry meters) {
        this.clock = clock;
        this.faults = new ClientFaults(clock, meters);
    }

    @Override
    public void destroy() {
        faults.tellTheRest();
    }

    /** The answer to a failure of any kind: a {@link ResponseEntity} or a {@link ModelAndView}. */
    public Object to(Throwable failure, HttpServletRequest request) {
        var refusal = Failures.refusal(failure, request).orElseGet(() -> internal(failure, request));
        request.setAttribute(TOLD, refusal);
        var headers = failure instanceof ErrorResponse response ? response.getHeaders() : HttpHeaders.EMPTY;
        return to(refusal, headers, request);
    }

    /** What this request has been refused for already, if it has. */
    static Optional<Refusal> told(HttpServletRequest request) {
        return request.getAttribute(TOLD) instanceof Refusal refusal ? Optional.of(refusal) : Optional.empty();
    }

    Object to(Refusal refusal, HttpHeaders headers, HttpServletRequest request) {
        faults.count(refusal, request);
        if (wantsPage(request)) {
            return switch (refusal) {
                case Unauthenticated _ -> signIn(request);
                case FormExpired _ -> again(told(refusal, request), request);
                default -> page(told(refusal, request));
            };
        }
        var texts = ProblemTexts.forCaller(request);
        return json(problem(refusal, texts, request), later(refusal, headers), texts.language());
    }

    /**
     * What a page says of a failed action.
     *
     * @param action what the reader can do about it
     */
    public record Told(Problem problem, String action) {}

    /** In the reader's language; empty for a fault of the exchange, which is no matter between a reader and a form. */
    public Optional<Told> told(Throwable failure, HttpServletRequest request) {
        return Failures.refusal(failure, request).map(refusal -> told(refusal, request));
    }

    public Told told(Refusal refusal, HttpServletRequest request) {
        var texts = ProblemTexts.in(RequestContextUtils.getLocale(request));
        return new Told(problem(refusal, texts, request), texts.action(refusal.code()));
    }

    /** For filters, which answer outside of Spring MVC. */
    public Problem problem(Refusal refusal, HttpServletRequest request) {
        faults.count(refusal, request);
        return problem(refusal, ProblemTexts.forCaller(request), request);
    }

    private static Problem problem(Refusal refusal, ProblemTexts texts, HttpServletRequest request) {
        return new Problem(
                "/problems/" + refusal.code(),
                texts.title(refusal.code()),
                RefusalTable.of(refusal).status(),
                texts.detail(refusal),
                request.getRequestURI(),
                refusal.code(),
                refusal.mayPassLater(),
                refusal instanceof FieldsInvalid fields
                        ? fields.errors().stream().map(texts::translated).toList()
                        : List.of(),
                RequestId.of(request));
    }

    private static ResponseEntity<Problem> json(Problem problem, HttpHeaders headers, Locale language) {
        var response = ResponseEntity.status(problem.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        if (problem.status() == HttpStatus.UNAUTHORIZED.value()) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, HOW_TO_SIGN_IN);
        }
        return response.body(problem);
    }

    private static HttpHeaders later(Refusal refusal, HttpHeaders headers) {
        if (!refusal.mayPassLater()) return headers;
        var later = HttpHeaders.copyOf(headers);
        var seconds = refusal instanceof SignInsSlowed slowed ? Long.toString(slowed.seconds()) : SECONDS_TO_WAIT;
        later.set(HttpHeaders.RETRY_AFTER, seconds);
        if (refusal instanceof SignInsSlowed) later.set(RATE_LIMIT, "\"sign-in\";r=0;t=" + seconds);
        return later;
    }

    private static ModelAndView page(Told told) {
        var page = new ModelAndView("problem", Map.of("told", told));
        page.setStatus(HttpStatusCode.valueOf(told.problem().status()));
        return page;
    }

    /** Whoever followed a link comes back to it; whoever sent a form, to the page that the form was on. */
    private static ModelAndView signIn(HttpServletRequest request) {
        var page = request.getMethod().equals("GET")
                ? ReturnPath.of(String.valueOf(request.getAttribute("here")))
                : ReturnPath.of(request.getHeader(HttpHeaders.REFERER));
        return redirect(Address.of("/sign-in").with("to", page.value()).toString());
    }

    /** The form is good for nothing, what was typed into it is: the way leads back to the page that it was on. */
    private static ModelAndView again(Told told, HttpServletRequest request) {
        var back = ReturnPath.of(request.getHeader(HttpHeaders.REFERER)).value();
        request.setAttribute("here", back);
        return page(told).addObject("back", back);
    }

    static ModelAndView redirect(String address) {
        var redirect = new RedirectView(address);
        // The address is the reader's, and braces in it are no variables of ours.
        redirect.setExpandUriTemplateVariables(false);
        return new ModelAndView(redirect);
    }

    /** Programs under /api get JSON whatever they accept; elsewhere a browser gets what a person can read. */
    private static boolean wantsPage(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE)
                && !request.getRequestURI().startsWith("/api/");
    }

    private Refusal internal(Throwable failure, HttpServletRequest request) {
        // Unique without chance: the instant, and the server's own count of requests.
        var reference = Long.toString(clock.millis(), BASE) + "-" + request.getRequestId();
        LOG.error("Incident {}: {} {} failed", reference, request.getMethod(), request.getRequestURI(), failure);
        return new Internal(reference);
    }
}
