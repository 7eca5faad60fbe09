package pujiang.web.openapi;

import java.util.Arrays;
import java.util.Objects;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import pujiang.web.security.PublicEndpoint;

/** Properties that a handler declares. */
final class Handlers {

    private Handlers() {}

    static boolean asksFor(Class<?> type, HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .anyMatch(type::equals);
    }

    static RequestMapping mapping(HandlerMethod handler) {
        return Objects.requireNonNull(
                AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class));
    }

    static RequestMethod method(HandlerMethod handler) {
        return mapping(handler).method()[0];
    }

    static boolean isOpen(HandlerMethod handler) {
        return handler.hasMethodAnnotation(PublicEndpoint.class)
                || AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), PublicEndpoint.class);
    }

    /** Whether another handler takes the same request where it names an edition. */
    static boolean isAlsoAnEdit(HandlerMethod handler) {
        return Arrays.asList(mapping(handler).headers()).contains("!If-Match");
    }
}
