package pujiang.web.paging;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import pujiang.app.paging.Paged;
import pujiang.app.paging.Paging;
import pujiang.app.request.Address;
import pujiang.web.answer.AnswerAdvice;

/** Adds the address of the page that follows to every answer that is a part of a list (RFC 8288). */
@RestControllerAdvice
final class NextPageLink extends AnswerAdvice {

    @Override
    protected @Nullable Object advise(@Nullable Object body, Answer answer) {
        if (body instanceof Paged paged && paged.next() != null) {
            answer.headers().add(HttpHeaders.LINK, link(answer.request(), paged.next()));
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
