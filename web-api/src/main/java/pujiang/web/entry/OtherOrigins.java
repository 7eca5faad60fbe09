package pujiang.web.entry;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.filter.OncePerRequestFilter;
import pujiang.app.request.RequestRefusal.OriginNotAllowed;
import pujiang.web.answer.RequestId;
import pujiang.web.problem.Problem;
import pujiang.web.problem.ProblemAnswers;
import pujiang.web.security.SecurityHeaders;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether pages of other sites may call the interface from a browser (CORS, in the Fetch standard): none, unless a setting
 * names their origins. Who asks is answered before anybody looks for a user, since a browser asks without one. Cookies are
 * never sent along; a page of another site needs a token.
 */
final class OtherOrigins extends OncePerRequestFilter {

    private static final Pattern ORIGIN = Pattern.compile("https?://[^/?#@\\s*]+");
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final List<String> allowed;
    private final CorsConfiguration rules = new CorsConfiguration();
    private final DefaultCorsProcessor processor = new DefaultCorsProcessor();
    private final ProblemAnswers answers;
    private final JsonMapper json;

    OtherOrigins(List<String> allowed, ProblemAnswers answers, JsonMapper json) {
        for (var origin : allowed) {
            if (!ORIGIN.matcher(origin).matches()) {
                throw new IllegalArgumentException(
                        "pujiang.web.allowed-origins: not an origin like https://example.com: " + origin);
            }
        }
        this.allowed = List.copyOf(allowed);
        this.answers = answers;
        this.json = json;
        rules.setAllowedOrigins(this.allowed);
        rules.setAllowedMethods(List.of("GET", "HEAD", "PUT", "POST", "DELETE"));
        rules.setAllowedHeaders(List.of(CorsConfiguration.ALL));
        rules.setExposedHeaders(List.of(
                HttpHeaders.ETAG,
                HttpHeaders.LINK,
                HttpHeaders.RETRY_AFTER,
                HttpHeaders.CONTENT_DISPOSITION,
                HttpHeaders.CONTENT_RANGE,
                HttpHeaders.LOCATION,
                "Idempotency-Replayed",
                "RateLimit",
                RequestId.HEADER,
                HttpHeaders.WWW_AUTHENTICATE));
        rules.setMaxAge(REMEMBERED);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        var asks = CorsUtils.isPreFlightRequest(request);
        if (origin != null && request.getRequestURI().startsWith("/api/") && allowed.contains(origin)) {
            if (!processor.processRequest(rules, request, response) || asks) return;
        } else if (asks) {
            refuse(request, response, String.valueOf(origin));
            return;
        }
        chain.doFilter(request, response);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, String origin) throws IOException {
        var problem = answers.problem(new OriginNotAllowed(origin), request);
        SecurityHeaders.add(request, response);
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
