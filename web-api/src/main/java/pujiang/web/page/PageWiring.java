package pujiang.web.page;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Chinese or English: what the reader chose on a page, else what the browser asks for. */
@Configuration(proxyBeanMethods = false)
class PageWiring implements WebMvcConfigurer {

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.CHINESE);

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver("lang");
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieSameSite("Lax");
        resolver.setDefaultLocaleFunction(request -> {
            var wishes = Locale.LanguageRange.parse(
                    request.getHeader("Accept-Language") == null ? "en" : request.getHeader("Accept-Language"));
            var spoken = Locale.lookup(wishes, LANGUAGES);
            return spoken == null ? Locale.ENGLISH : spoken;
        });
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        var change = new LocaleChangeInterceptor();
        change.setParamName("lang");
        change.setIgnoreInvalidLocale(true);
        interceptors.addInterceptor(change);
    }
}
