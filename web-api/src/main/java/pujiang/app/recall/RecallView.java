package pujiang.app.recall;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pujiang.participant.ParticipantId;
import pujiang.product.ProductId;
import pujiang.recall.Measure;
import pujiang.recall.Occurrence;
import pujiang.recall.RecallId;

/**
 * The current state of a recall.
 *
 * @param state staged, confirmed, completed or dropped
 * @param filedBy the vendor of the product, if it filed the recall; null if an officer did
 * @param plan digest of the plan, for its confirmation; null for readers without access to the plan
 * @param products that are affected; empty for readers without access to the plan
 * @param version how many events came before the last
 */
public record RecallView(
        RecallId id,
        String state,
        Occurrence occurrence,
        @Nullable ParticipantId filedBy,
        Instant filed,
        Instant since,
        @Nullable String plan,
        List<ProductId> products,
        List<Step> measures,
        long version) {

    /**
     * One measure of the plan.
     *
     * @param number counted from 1
     * @param taken when it was carried out; null before
     * @param outcome of the measure
     * @param postponed why it could not be taken so far; null without an obstacle
     */
    public record Step(
            int number,
            Measure measure,
            @Nullable Instant taken,
            @Nullable String outcome,
            @Nullable String postponed) {}

    /** The plan names other vendors' products and their buyers: it is for the exchange's own people. */
    public RecallView withoutPlan() {
        return new RecallView(id, state, occurrence, filedBy, filed, since, null, List.of(), List.of(), version);
    }
}
