package pujiang.web.wiring;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import pujiang.trade.Periods;

/**
 * How long each waiting state of a trade may last; what the parameters mean stands at {@link Periods}.
 *
 * @param origin names the log of receipts in its checkpoints; never changed once the log has begun
 */
@ConfigurationProperties("pujiang.trade")
record TradeSettings(
        @DefaultValue("10d") Duration review,
        @DefaultValue("15d") Duration delivery,
        @DefaultValue("7d") Duration acceptance,
        @DefaultValue("30d") Duration dispute,
        @DefaultValue("pujiang.example/log") String origin) {

    Periods periods() {
        return new Periods(review, delivery, acceptance, dispute);
    }
}
