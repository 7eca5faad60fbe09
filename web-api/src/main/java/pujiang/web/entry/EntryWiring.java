package pujiang.web.entry;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import pujiang.web.problem.ProblemAnswers;
import tools.jackson.databind.json.JsonMapper;

/** Registers {@link RequestInterceptor} after the permission check, and removes converters for undescribed formats. */
@Configuration(proxyBeanMethods = false)
class EntryWiring implements WebMvcConfigurer {

    /** The guard's is 0: who may not, hears that first. */
    private static final int BEHIND_THE_GUARD = 1;

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new RequestInterceptor()).order(BEHIND_THE_GUARD);
    }

    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer configurer) {
        configurer.strategies(List.of(new AcceptHeaderStrategy()));
    }

    /** Before anybody is looked for: see {@link OtherOrigins}. */
    @Bean
    FilterRegistrationBean<OtherOrigins> otherOrigins(
            @Value("${pujiang.web.allowed-origins:}") List<String> allowed, ProblemAnswers answers, JsonMapper json) {
        var registration = new FilterRegistrationBean<>(new OtherOrigins(allowed, answers, json));
        registration.setOrder(-1);
        return registration;
    }

    @Bean
    FilterRegistrationBean<FormBounds> formBounds() {
        var registration = new FilterRegistrationBean<>(new FormBounds());
        registration.setOrder(-1);
        return registration;
    }

    /** Libraries that others have brought along bring their formats along. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ServerHttpMessageConvertersCustomizer onlyWhatIsDescribed() {
        return converters -> converters.configureMessageConvertersList(list -> list.removeIf(EntryWiring::foreign));
    }

    private static boolean foreign(HttpMessageConverter<?> converter) {
        return converter.getSupportedMediaTypes().stream().noneMatch(EntryWiring::described);
    }

    /** JSON; and bytes and texts, which a handler writes and reads itself, whatever they are. */
    private static boolean described(MediaType type) {
        return type.isWildcardType()
                || type.isCompatibleWith(MediaType.APPLICATION_JSON)
                || type.isCompatibleWith(MediaType.APPLICATION_OCTET_STREAM)
                || type.isCompatibleWith(MediaType.TEXT_PLAIN);
    }
}
