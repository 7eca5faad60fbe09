package pujiang.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Headers that restrict what browsers do with the pages. */
public final class SecurityHeaders {

    private static final String POLICY = "default-src 'self'; script-src 'self'; object-src 'none'; base-uri 'none'; "
            + "form-action 'self'; frame-ancestors 'none'; img-src 'self' data:";

    /** Swagger UI writes its own styles into the page. */
    private static final String DOCS_POLICY = POLICY + "; style-src 'self' 'unsafe-inline'";

    private SecurityHeaders() {}

    public static void add(HttpServletRequest request, HttpServletResponse response) {
        var docs = request.getRequestURI().startsWith("/swagger-ui");
        response.setHeader("Content-Security-Policy", docs ? DOCS_POLICY : POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        if (request.isSecure()) response.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
}
