package pujiang.web.answer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** The treatment of every answer just before it is written. */
public abstract class AnswerAdvice implements ResponseBodyAdvice<Object> {

    /** @param headers that are written with the body */
    public record Answer(HttpServletRequest request, HttpServletResponse response, HttpHeaders headers) {}

    @Override
    public final boolean supports(MethodParameter result, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public final @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter result,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (request instanceof ServletServerHttpRequest asked && response instanceof ServletServerHttpResponse answer) {
            return advise(
                    body, new Answer(asked.getServletRequest(), answer.getServletResponse(), answer.getHeaders()));
        }
        return body;
    }

    /** Returns the body that is written. */
    protected abstract @Nullable Object advise(@Nullable Object body, Answer answer);
}
