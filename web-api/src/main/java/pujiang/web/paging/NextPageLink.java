package pujiang.web.paging;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import pujiang.app.paging.Paged;
import pujiang.app.paging.Paging;
import pujiang.app.request.Address;

/** Adds the address of the page that follows to every answer that is a part of a list (RFC 8288). */
@RestControllerAdvice
final class NextPageLink implements ResponseBodyAdvice<Object> {

    @Override
    public boolean supports(MethodParameter method, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter method,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body instanceof Paged paged
                && paged.next() != null
                && request instanceof ServletServerHttpRequest servlet) {
            response.getHeaders().add(HttpHeaders.LINK, link(servlet.getServletRequest(), paged.next()));
        }
        return body;
    }

    private static String link(HttpServletRequest request, String next) {
        var address = Address.of(request.getRequestURI());
        var filters = new TreeMap<>(request.getParameterMap());
        filters.keySet().removeAll(Paging.PARAMETERS);
        filters.forEach((name, values) -> {
            for (var value : values) address.with(name, value);
        });
        var limit = Objects.requireNonNullElse(request.getParameter("limit"), String.valueOf(Paging.USUAL));
        return "<" + address.with("limit", limit).with("cursor", next) + ">; rel=\"next\"";
    }
}
