package pujiang.web.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import pujiang.app.idempotency.Idempotency;

/** Passes {@link Idempotent} to methods with such a parameter. */
@Component
final class IdempotentArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final Idempotency idempotency;
    private final Answers answers;

    IdempotentArgument(Idempotency idempotency, Answers answers) {
        this.idempotency = idempotency;
        this.answers = answers;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Idempotent.class;
    }

    @Override
    public Idempotent resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return new Idempotent(
                idempotency, answers, Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
    }
}
