package pujiang.trade;

import java.math.BigDecimal;
import org.joda.money.Money;
import pujiang.compliance.Decision;
import pujiang.compliance.Trait;

/**
 * When one officer is not enough to lift a review (双人复核): from a price on, and for important data whatever it costs. Our
 * own choice; the law asks for responsible persons (DSL art. 27), not for two of them.
 *
 * @param from the lowest price that needs two
 */
public record FourEyes(Money from) {

    boolean needed(Agreement agreement, Decision decision) {
        return reachedBy(agreement.price().getAmount()) || decision.traits().is(Trait.IMPORTANT_DATA);
    }

    /** The exchange has one currency. */
    boolean reachedBy(BigDecimal price) {
        return price.compareTo(from.getAmount()) >= 0;
    }
}
