package pujiang.web.entry;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import pujiang.web.answer.AnswerAdvice;

/**
 * {@code If-None-Match: *} is answered by 304 wherever there is something (RFC 9110, section 13.1.2); tags are compared by
 * Spring, which leaves this one out.
 */
@RestControllerAdvice
final class NotModifiedAdvice extends AnswerAdvice {

    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final String ANYTHING = "*";

    @Override
    protected @Nullable Object advise(@Nullable Object body, Answer answer) {
        // Of the servlet itself: to be shown all headers, Spring reads a Content-Type that may be none.
        var request = answer.request();
        if (answer.response().getStatus() != HttpStatus.OK.value()
                || !READING.contains(request.getMethod())
                || !ANYTHING.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            return body;
        }
        answer.response().setStatus(HttpStatus.NOT_MODIFIED.value());
        return null;
    }
}
