package pujiang.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.support.RequestContextUtils;
import pujiang.app.command.Ids;
import pujiang.web.problem.ProblemAnswers;

/** Passes {@link PageRequest} to methods with such a parameter. */
@Component
final class PageRequestArgument implements HandlerMethodArgumentResolver {

    private final MessageSource texts;
    private final Clock clock;
    private final ProblemAnswers problems;
    private final Ids ids;

    PageRequestArgument(MessageSource texts, Clock clock, ProblemAnswers problems, Ids ids) {
        this.texts = texts;
        this.clock = clock;
        this.problems = problems;
        this.ids = ids;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == PageRequest.class;
    }

    @Override
    public PageRequest resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        var localizer = new Localizer(RequestContextUtils.getLocale(request), texts, clock.instant());
        return new PageRequest(request, localizer, problems, ids);
    }
}
