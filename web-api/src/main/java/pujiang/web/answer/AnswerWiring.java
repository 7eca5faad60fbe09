package pujiang.web.answer;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.module.SimpleModule;

/** Beans that every answer passes. */
@Configuration(proxyBeanMethods = false)
class AnswerWiring {

    /** Before those that refuse. */
    private static final int FIRST = -10;

    @Bean
    FilterRegistrationBean<NamedRequests> namedRequests(Clock clock) {
        var registration = new FilterRegistrationBean<>(new NamedRequests(clock));
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
        registration.setOrder(FIRST);
        return registration;
    }

    @Bean
    JsonMapperBuilderCustomizer onePrecisionOfInstants() {
        return json -> json.addModule(
                new SimpleModule("pujiang-instants").addSerializer(Instant.class, new MicrosecondInstant()));
    }
}
