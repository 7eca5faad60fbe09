package pujiang.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * A form leaves its address in the browser's bar, and a reader who comes back to it asks by GET for what takes POST only: the
 * page that the form was on is meant.
 */
@Component
final class FormReturnAddress {

    private final ObjectProvider<RequestMappingInfoHandlerMapping> mappings;

    FormReturnAddress(ObjectProvider<RequestMappingInfoHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    /** The nearest page above that can be read; the interface has none. */
    Optional<String> page(HttpServletRequest request) {
        var path = request.getRequestURI();
        if (!request.getMethod().equals("GET") || path.startsWith("/api/")) return Optional.empty();
        return Stream.iterate(above(path), step -> !step.isEmpty(), FormReturnAddress::above)
                .filter(this::isRead)
                .findFirst();
    }

    /** One step up; empty above the start page. */
    private static String above(String path) {
        if (path.equals("/")) return "";
        var end = path.lastIndexOf('/');
        return end <= 0 ? "/" : path.substring(0, end);
    }

    private boolean isRead(String path) {
        var wanted = PathContainer.parsePath(path);
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .filter(info -> info.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .anyMatch(info -> isAt(info, wanted));
    }

    private static boolean isAt(RequestMappingInfo info, PathContainer path) {
        var patterns = info.getPathPatternsCondition();
        return patterns != null && patterns.getPatterns().stream().anyMatch(pattern -> pattern.matches(path));
    }
}
