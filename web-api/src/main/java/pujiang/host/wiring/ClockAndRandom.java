package pujiang.host.wiring;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import pujiang.app.clock.Uptime;
import pujiang.app.command.Ids;

/** The only door through which time, chance and fresh identity come in. */
@Configuration(proxyBeanMethods = false)
class ClockAndRandom {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Uptime uptime(SecureRandom random) {
        return new MachineUptime(Long.toHexString(random.nextLong()));
    }

    @Bean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }

    @Bean
    Ids freshIds(Clock clock, SecureRandom random) {
        return new Ids(clock, random);
    }
}
