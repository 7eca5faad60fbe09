package pujiang.web.entry;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import pujiang.app.edition.Edition;
import pujiang.app.paging.Paging;

/**
 * What a handler understands, read off its parameters: the interface is described by the same ones.
 *
 * @param program whether it answers programs; else it answers with a page
 * @param parameters of the query, by name
 * @param repeated those that may be given several times
 * @param anything whether its parameters have no fixed names
 * @param conditional whether it compares If-Match
 * @param json whether it reads a body as JSON, and no other
 * @param answers whether it answers with a value, which is written as JSON where nothing else is said
 */
record AcceptedParameters(
        boolean program,
        Set<String> parameters,
        Set<String> repeated,
        boolean anything,
        boolean conditional,
        boolean json,
        boolean answers) {

    private static final DefaultParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

    /** What every page understands: the language, and what it says of the deed that led here. */
    private static final Set<String> OF_PAGES = Set.of("lang", "done");

    static AcceptedParameters by(HandlerMethod handler) {
        var program = AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), RestController.class);
        var queried = Arrays.stream(handler.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .toList();
        var names = queried.stream().map(AcceptedParameters::name);
        if (asksFor(Paging.class, handler)) names = Stream.concat(names, Paging.PARAMETERS.stream());
        if (!program) names = Stream.concat(names, OF_PAGES.stream());
        return new AcceptedParameters(
                program,
                names.collect(Collectors.toUnmodifiableSet()),
                queried.stream()
                        .filter(parameter -> Collection.class.isAssignableFrom(parameter.getParameterType()))
                        .map(AcceptedParameters::name)
                        .collect(Collectors.toUnmodifiableSet()),
                queried.stream().anyMatch(parameter -> Map.class.isAssignableFrom(parameter.getParameterType()))
                        || (asksFor(HttpServletRequest.class, handler) && !program),
                asksFor(Edition.class, handler),
                readsJson(handler),
                answers(handler.getMethod()));
    }

    /** Whether it is one of ours, and part of the interface or a page. */
    static boolean isOurs(HandlerMethod handler) {
        var type = handler.getBeanType();
        return type.getName().startsWith("pujiang.")
                && !(AnnotatedElementUtils.hasAnnotation(type, Hidden.class)
                        && AnnotatedElementUtils.hasAnnotation(type, RestController.class));
    }

    private static boolean readsJson(HandlerMethod handler) {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class);
        return mapping != null
                && mapping.consumes().length == 0
                && Arrays.stream(handler.getMethodParameters())
                        .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class));
    }

    private static boolean answers(Method method) {
        var type = method.getReturnType();
        if (type == void.class) return false;
        return type != ResponseEntity.class
                || !method.getGenericReturnType().getTypeName().endsWith("<java.lang.Void>");
    }

    private static boolean asksFor(Class<?> type, HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .anyMatch(type::equals);
    }

    private static String name(MethodParameter parameter) {
        parameter.initParameterNameDiscovery(NAMES);
        var annotation = Objects.requireNonNull(parameter.getParameterAnnotation(RequestParam.class));
        return annotation.name().isEmpty()
                ? Objects.requireNonNullElse(parameter.getParameterName(), "")
                : annotation.name();
    }

    /** The names that nobody here understands, in order. */
    Stream<String> unknown(Map<String, String[]> given) {
        return anything
                ? Stream.of()
                : given.keySet().stream()
                        .filter(name -> !parameters.contains(name))
                        .sorted();
    }

    /** The names that are given more than once, of which only one value could count. */
    Stream<String> doubled(Map<String, String[]> given) {
        return anything
                ? Stream.of()
                : given.entrySet().stream()
                        .filter(each -> each.getValue().length > 1 && !repeated.contains(each.getKey()))
                        .map(Map.Entry::getKey)
                        .sorted();
    }
}
