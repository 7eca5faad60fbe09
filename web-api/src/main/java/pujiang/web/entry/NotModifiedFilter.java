package pujiang.web.entry;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * {@code If-None-Match: *} is answered by 304 wherever there is something (RFC 9110, section 13.1.2); tags are compared by
 * Spring, which leaves this one out.
 */
@RestControllerAdvice
final class NotModifiedFilter implements ResponseBodyAdvice<Object> {

    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final String ANYTHING = "*";

    @Override
    public boolean supports(MethodParameter result, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter result,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (!(request instanceof ServletServerHttpRequest servlet) || !there(response)) return body;
        // Of the servlet itself: to be shown all headers, Spring reads a Content-Type that may be none.
        var asked = servlet.getServletRequest();
        if (!READING.contains(asked.getMethod()) || !ANYTHING.equals(asked.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            return body;
        }
        response.setStatusCode(HttpStatus.NOT_MODIFIED);
        return null;
    }

    private static boolean there(ServerHttpResponse response) {
        return response instanceof ServletServerHttpResponse servlet
                && servlet.getServletResponse().getStatus() == HttpStatus.OK.value();
    }
}
