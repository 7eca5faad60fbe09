package pujiang.web.request;

import java.time.LocalDate;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import pujiang.refusal.Days;

/** A day in the query or in a form: in ISO 8601, and of the calendar that the exchange counts within. */
@Component
final class DayParameters implements WebMvcConfigurer {

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(new Reader());
    }

    private static final class Reader implements Converter<String, LocalDate> {

        /** As Spring does: what a form leaves empty is not there. */
        @Override
        @SuppressWarnings("NullAway") // Spring's own contract allows it.
        public LocalDate convert(String text) {
            if (text.isBlank()) return null;
            var day = LocalDate.parse(text.strip());
            Days.check("", day);
            return day;
        }
    }
}
