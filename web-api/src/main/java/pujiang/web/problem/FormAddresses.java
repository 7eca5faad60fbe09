package pujiang.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The addresses that only forms are sent to. Such an address stays in the bar of a browser, and whoever goes to it again wants
 * the page that the form was on.
 */
@Component
final class FormAddresses {

    private final RequestMappingHandlerMapping mapping;

    FormAddresses(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        this.mapping = mapping;
    }

    /** The nearest page above it; empty for programs, and for what is no reading. */
    Optional<String> page(HttpServletRequest request) {
        var reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        var path = request.getRequestURI();
        if (!reads || path.startsWith("/api/")) return Optional.empty();
        while (path.lastIndexOf('/') > 0) {
            path = path.substring(0, path.lastIndexOf('/'));
            if (isPage(path)) return Optional.of(path);
        }
        return Optional.of("/");
    }

    private boolean isPage(String path) {
        var parsed = PathContainer.parsePath(path);
        return mapping.getHandlerMethods().keySet().stream()
                .filter(FormAddresses::canBeRead)
                .map(RequestMappingInfo::getPathPatternsCondition)
                .anyMatch(paths ->
                        paths != null && paths.getPatterns().stream().anyMatch(pattern -> pattern.matches(parsed)));
    }

    private static boolean canBeRead(RequestMappingInfo handler) {
        var methods = handler.getMethodsCondition().getMethods();
        return methods.contains(RequestMethod.GET);
    }
}
