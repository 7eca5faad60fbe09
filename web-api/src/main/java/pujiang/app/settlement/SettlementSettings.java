package pujiang.app.settlement;

import java.math.BigDecimal;
import java.time.Duration;
import org.joda.money.Money;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The limit from which a second operator must confirm a deposit or a withdrawal.
 *
 * @param fourEyesFrom yuan, from which one is not enough; ten million by default
 * @param confirmWithin how long the first one's request waits
 */
@ConfigurationProperties("pujiang.settlement")
record SettlementSettings(
        @DefaultValue("10000000") BigDecimal fourEyesFrom, @DefaultValue("3d") Duration confirmWithin) {

    private static final Duration LONGEST = Duration.ofDays(365);

    SettlementSettings {
        if (fourEyesFrom.signum() <= 0) {
            throw new IllegalArgumentException("pujiang.settlement.four-eyes-from must be positive");
        }
        if (!confirmWithin.isPositive() || confirmWithin.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("pujiang.settlement.confirm-within must last, and at most 365 days");
        }
    }

    boolean needsTwo(Money sum) {
        return sum.getAmount().compareTo(fourEyesFrom) >= 0;
    }
}
