package pujiang.host.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import pujiang.law.BundledLaw;
import pujiang.law.LawInForce;
import pujiang.law.RuleBookArchive;
import pujiang.law.TimeLimit;

/** An exchange is ready when the first order would be answered, and not when it listens. */
class LawHealthTest {

    private static final RuleBookArchive NONE = new RuleBookArchive() {

        @Override
        public Optional<Activated> activated() {
            return Optional.empty();
        }

        @Override
        public Optional<Map<String, String>> texts(String digest) {
            return Optional.empty();
        }
    };

    @Test
    void whileTheLawIsBeingCompiledNobodyIsSentHere() {
        var own = BundledLaw.begin(Duration.ofMinutes(2), TimeLimit.NONE);
        var law = new LawInForce(own, NONE, TimeLimit.NONE);
        var health = new TradeWiring().lawHealthIndicator(law);

        assertThat(Objects.requireNonNull(health.health()).getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        var _ = own.ready();
        assertThat(Objects.requireNonNull(health.health()).getStatus()).isEqualTo(Status.UP);
    }
}
