package pujiang.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Chinese or English: what the reader chose on a page, else what the browser asks for. */
@Configuration(proxyBeanMethods = false)
class PageWiring implements WebMvcConfigurer {

    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.CHINESE);

    private final PageRequestArgument visits;

    PageWiring(PageRequestArgument visits) {
        this.visits = visits;
    }

    @Bean
    static LocaleResolver localeResolver() {
        var resolver = new ChosenLanguage();
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieSameSite("Lax");
        resolver.setCookieHttpOnly(true);
        resolver.setDefaultLocaleFunction(PageWiring::wished);
        return resolver;
    }

    /** First, so that whatever a later interceptor refuses is told in the language that was just chosen. */
    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new LanguageChange()).order(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(visits);
    }

    private static Locale wished(HttpServletRequest request) {
        var header = request.getHeader("Accept-Language");
        if (header == null) return Locale.ENGLISH;
        try {
            var spoken = Locale.lookup(Locale.LanguageRange.parse(header), LANGUAGES);
            return spoken == null ? Locale.ENGLISH : spoken;
        } catch (IllegalArgumentException _) {
            return Locale.ENGLISH;
        }
    }

    /** One of ours, or null. */
    private static @Nullable Locale spoken(String value) {
        return LANGUAGES.stream()
                .filter(language -> language.getLanguage().equals(value))
                .findFirst()
                .orElse(null);
    }

    private static final class ChosenLanguage extends CookieLocaleResolver {

        ChosenLanguage() {
            super("lang");
        }

        @Override
        protected @Nullable Locale parseLocaleValue(String value) {
            return spoken(value);
        }
    }

    private static final class LanguageChange extends LocaleChangeInterceptor {

        LanguageChange() {
            setParamName("lang");
        }

        @Override
        protected @Nullable Locale parseLocaleValue(String value) {
            return spoken(value);
        }
    }
}
