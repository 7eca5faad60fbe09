package pujiang.host.wiring;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import pujiang.app.json.DomainModule;

/** Teaches the one JSON mapper of requests, answers and boards what the events' mapper knows as well. */
@Configuration(proxyBeanMethods = false)
class JsonWiring {

    @Bean
    DomainModule domainModule() {
        return new DomainModule();
    }
}
