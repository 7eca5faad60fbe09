package pujiang.trade;

import java.time.Duration;

/**
 * How long each waiting state may last; every one is positive.
 *
 * @param review an officer's time for a held order or delivery
 * @param delivery the vendor's time from agreement to delivery
 * @param acceptance the buyer's time to inspect; silence is acceptance (Civil Code art. 621)
 * @param dispute the operator's time to decide; without a decision the buyer is refunded
 */
public record Periods(Duration review, Duration delivery, Duration acceptance, Duration dispute) {

    public static final Periods STANDARD =
            new Periods(Duration.ofDays(10), Duration.ofDays(15), Duration.ofDays(7), Duration.ofDays(30));

    public Periods {
        if (!(review.isPositive() && delivery.isPositive() && acceptance.isPositive() && dispute.isPositive())) {
            throw new IllegalArgumentException("a waiting state must last");
        }
    }
}
