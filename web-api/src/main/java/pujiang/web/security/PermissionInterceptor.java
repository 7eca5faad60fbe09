package pujiang.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.shiro.SecurityUtils;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import pujiang.app.request.RequestRefusal.Forbidden;
import pujiang.app.security.AccountRefusal;
import pujiang.refusal.Refused;

/** Stands before every handler: who has no permission does not reach it, and a handler that names none is shut. */
final class PermissionInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var subject = SecurityUtils.getSubject();
        if (!Csrf.passes(request, subject)) throw new Refused(new AccountRefusal.FormExpired());
        if (isOpen(handler)) return true;
        CurrentCaller.required();
        if (!(handler instanceof HandlerMethod method)) throw new Refused(new Forbidden());
        var requires = method.getMethodAnnotation(Requires.class);
        if (requires == null || !subject.isPermitted(requires.value())) throw new Refused(new Forbidden());
        return true;
    }

    /** Static files, the interface's own documentation, and what says so. */
    static boolean isOpen(Object handler) {
        return switch (handler) {
            case ResourceHttpRequestHandler _ -> true;
            case HandlerMethod method ->
                method.hasMethodAnnotation(PublicEndpoint.class)
                        || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), PublicEndpoint.class)
                        || method.getBeanType().getPackageName().startsWith("org.springdoc");
            default -> false;
        };
    }
}
