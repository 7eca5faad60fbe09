package pujiang.host.wiring;

import java.math.BigDecimal;
import java.time.Duration;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import pujiang.trade.FourEyes;
import pujiang.trade.Periods;

/** How long each waiting state of a trade may last ({@link Periods}), and when two officers must look ({@link FourEyes}). */
@ConfigurationProperties("pujiang.trade")
record TradeSettings(
        @DefaultValue("10d") Duration review,
        @DefaultValue("5d") Duration escalation,
        @DefaultValue("8h") Duration claim,
        @DefaultValue("15d") Duration delivery,
        @DefaultValue("7d") Duration acceptance,
        @DefaultValue("30d") Duration dispute,
        @DefaultValue("1000000") BigDecimal fourEyesFrom) {

    /** Yuan from which two officers must lift a review. */
    FourEyes fourEyes() {
        return new FourEyes(Money.of(CurrencyUnit.of("CNY"), fourEyesFrom));
    }

    Periods periods() {
        return new Periods(review, escalation, claim, delivery, acceptance, dispute);
    }
}
