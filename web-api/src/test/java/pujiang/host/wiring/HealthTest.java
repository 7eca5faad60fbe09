package pujiang.host.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import pujiang.web.ExchangeTest;

@ExchangeTest
class HealthTest {

    @Autowired
    HealthContributorRegistry registry;

    @Autowired
    List<RequestMappingInfoHandlerMapping> mappings;

    @Value("${management.metrics.web.server.max-uri-tags:100}")
    int mostEndpointsMeasured;

    @Test
    void everyEndpointHasItsMetrics() {
        var endpoints = mappings.stream()
                .mapToInt(mapping -> mapping.getHandlerMethods().size())
                .sum();

        assertThat(endpoints).isBetween(100, mostEndpointsMeasured);
    }

    /** Each pool keeps a caller waiting for seconds while the database is away, and a probe is not that patient. */
    @Test
    void theDatabaseIsAskedOnceAlthoughItHasTwoPools() {
        var database = registry.getContributor("db");

        assertThat(database).isInstanceOfSatisfying(HealthIndicator.class, one -> assertThat(
                        Objects.requireNonNull(one.health()).getStatus())
                .isEqualTo(Status.UP));
    }
}
