package pujiang.web.security;

import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.List;
import org.apache.shiro.mgt.DefaultSubjectDAO;
import org.apache.shiro.web.mgt.DefaultWebSecurityManager;
import org.apache.shiro.web.subject.WebSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import pujiang.app.security.AccessLog;
import pujiang.app.security.Accounts;
import pujiang.app.security.Caller;

/** Shiro without a starter: its security manager, one filter before everything, one guard before every handler. */
@Configuration(proxyBeanMethods = false)
class SecurityWiring implements WebMvcConfigurer {

    /** INVARIANT: only a person has a session, or each request of a program would leave one behind for half an hour. */
    @Bean
    DefaultWebSecurityManager securityManager() {
        var manager = new DefaultWebSecurityManager(new AccountRealm());
        manager.setSessionManager(new Sessions());
        manager.setRememberMeManager(null);
        var subjects = new DefaultSubjectDAO();
        subjects.setSessionStorageEvaluator(WebSubject.class::isInstance);
        manager.setSubjectDAO(subjects);
        return manager;
    }

    @Bean
    FilterRegistrationBean<AuthenticationFilter> signedIn(DefaultWebSecurityManager security, Accounts accounts) {
        var registration = new FilterRegistrationBean<>(new AuthenticationFilter(security, accounts));
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
        registration.setOrder(0);
        return registration;
    }

    private final ObjectProvider<AccessLog> accesses;

    SecurityWiring(ObjectProvider<AccessLog> accesses) {
        this.accesses = accesses;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        // First, so that it also sees what the guard has refused.
        interceptors
                .addInterceptor(new AccessLogInterceptor(accesses.getObject()))
                .order(-2);
        // Before the guard: the page that says "no" shows who was told so.
        interceptors.addInterceptor(new PageModel()).order(-1);
        interceptors.addInterceptor(new PermissionInterceptor()).order(0);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument());
    }

    private static final class CallerArgument implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Caller.class;
        }

        @Override
        public Caller resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return CurrentCaller.required();
        }
    }
}
