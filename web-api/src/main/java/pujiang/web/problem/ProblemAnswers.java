package pujiang.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.ModelAndView;
import pujiang.refusal.Refusal;
import pujiang.web.request.RequestRefusal.FieldsInvalid;
import pujiang.web.request.RequestRefusal.Internal;

/** Turns failures into answers: JSON for programs, a page for people. */
@Component
public final class ProblemAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);
    private static final String SECONDS_TO_WAIT = "2";
    private static final int BASE = 36;

    private final Clock clock;

    public ProblemAnswers(Clock clock) {
        this.clock = clock;
    }

    /** The answer to a failure of any kind: a {@link ResponseEntity} or a {@link ModelAndView}. */
    public Object to(Throwable failure, HttpServletRequest request) {
        var refusal = Failures.refusal(failure, request).orElseGet(() -> internal(failure, request));
        var headers = failure instanceof ErrorResponse response ? response.getHeaders() : HttpHeaders.EMPTY;
        return to(refusal, headers, request);
    }

    Object to(Refusal refusal, HttpHeaders headers, HttpServletRequest request) {
        var texts = ProblemTexts.forCaller(request);
        var problem = problem(refusal, texts, request.getRequestURI());
        return wantsPage(request) ? page(problem, texts) : json(problem, headers, texts.language());
    }

    /** For filters, which answer outside of Spring MVC. */
    public Problem problem(Refusal refusal, HttpServletRequest request) {
        return problem(refusal, ProblemTexts.forCaller(request), request.getRequestURI());
    }

    private static Problem problem(Refusal refusal, ProblemTexts texts, String path) {
        return new Problem(
                "/problems/" + refusal.code(),
                texts.title(refusal.code()),
                Problems.status(refusal).value(),
                texts.detail(refusal),
                path,
                refusal.code(),
                refusal.mayPassLater(),
                refusal instanceof FieldsInvalid fields
                        ? fields.errors().stream().map(texts::translated).toList()
                        : List.of());
    }

    private static ResponseEntity<Problem> json(Problem problem, HttpHeaders headers, Locale language) {
        var response = ResponseEntity.status(problem.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        if (problem.retry()) response.header(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
        return response.body(problem);
    }

    private static ModelAndView page(Problem problem, ProblemTexts texts) {
        var model = Map.of("problem", problem, "mend", texts.mend(problem.code()), "zh", texts.isChinese());
        var page = new ModelAndView("problem", model);
        page.setStatus(HttpStatusCode.valueOf(problem.status()));
        return page;
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
