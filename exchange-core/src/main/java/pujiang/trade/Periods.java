package pujiang.trade;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * The durations of the waiting states. Each is positive and at most ten years, so that its end can be computed.
 *
 * @param review an officer's time for a held order or delivery
 * @param escalation the further time after escalation; then the trade lapses
 * @param claim how long an officer's claim of a review lasts
 * @param delivery the vendor's time from agreement to delivery
 * @param acceptance the buyer's time to inspect; without an answer the delivery is accepted (Civil Code art. 621)
 * @param dispute the operator's time to decide; without a decision the buyer is refunded
 */
public record Periods(
        Duration review,
        Duration escalation,
        Duration claim,
        Duration delivery,
        Duration acceptance,
        Duration dispute) {

    private static final Duration LONGEST = Duration.ofDays(3_650);

    public static final Periods STANDARD = new Periods(
            Duration.ofDays(10),
            Duration.ofDays(5),
            Duration.ofHours(8),
            Duration.ofDays(15),
            Duration.ofDays(7),
            Duration.ofDays(30));

    public Periods {
        if (!Stream.of(review, escalation, claim, delivery, acceptance, dispute).allMatch(Periods::isBounded)) {
            throw new IllegalArgumentException("a waiting state must last, and at most " + LONGEST.toDays() + " days");
        }
    }

    private static boolean isBounded(Duration period) {
        return period.isPositive() && period.compareTo(LONGEST) <= 0;
    }
}
