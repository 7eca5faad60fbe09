package pujiang.app.trade;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pujiang.trade.Risk;
import pujiang.trade.TradeStatus;

/**
 * Into which state a trade comes, and until when.
 *
 * @param outcome where the trade ends with it
 * @param risk where an officer must look; null elsewhere
 */
record TradeStep(
        TradeStatus state,
        @Nullable String outcome,
        @Nullable Instant due,
        Instant at,
        long version,
        @Nullable Risk risk) {

    TradeStep(TradeStatus state, @Nullable String outcome, @Nullable Instant due, Instant at, long version) {
        this(state, outcome, due, at, version, null);
    }

    /** In the officers' queue it comes after escalated reviews. */
    @Nullable
    Integer queue() {
        return risk == null ? null : 1;
    }

    @Nullable
    Integer rung() {
        return risk == null ? null : risk.level().rung();
    }

    @Nullable
    String reasons() {
        return risk == null ? null : risk.names();
    }
}
