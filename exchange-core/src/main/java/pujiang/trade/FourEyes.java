package pujiang.trade;

import java.math.BigDecimal;
import org.joda.money.Money;
import pujiang.compliance.Decision;
import pujiang.compliance.Trait;

/**
 * Requires two officers for an approval (双人复核) from a certain price, and for important data at any price. Our own
 * choice; the law requires responsible persons (DSL art. 27), not two of them.
 *
 * @param from the lowest price that requires two
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
