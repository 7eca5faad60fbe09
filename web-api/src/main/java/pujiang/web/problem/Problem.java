package pujiang.web.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pujiang.app.request.FieldError;

/**
 * A problem as RFC 9457 writes it, with four members of ours.
 *
 * @param type the page that documents the code, relative to this server
 * @param title the same for every occurrence
 * @param detail this occurrence
 * @param instance the path that was asked for
 * @param code stable over releases: what programs compare
 * @param retry whether the same request may pass later without a change
 * @param errors each wrong field; empty where the problem is not in a field
 * @param requestId that of X-Request-Id; null for what is refused before a request has one
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        boolean retry,
        List<FieldError> errors,
        @Nullable String requestId) {

    /** RFC 9457, section 6.1. */
    public static final String MEDIA_TYPE = "application/problem+json";
}
