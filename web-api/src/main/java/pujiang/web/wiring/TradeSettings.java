package pujiang.web.wiring;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import pujiang.trade.Periods;

/** How long each waiting state of a trade may last; what the parameters mean stands at {@link Periods}. */
@ConfigurationProperties("pujiang.trade")
record TradeSettings(
        @DefaultValue("10d") Duration review,
        @DefaultValue("15d") Duration delivery,
        @DefaultValue("7d") Duration acceptance,
        @DefaultValue("30d") Duration dispute) {

    Periods periods() {
        return new Periods(review, delivery, acceptance, dispute);
    }
}
