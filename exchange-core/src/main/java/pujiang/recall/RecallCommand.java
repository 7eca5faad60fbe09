package pujiang.recall;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import pujiang.participant.ParticipantId;
import pujiang.refusal.Texts;

/** The commands of a recall. Where a plan is needed, the items affected now are included. */
public sealed interface RecallCommand {

    /** Characters of a reason. */
    int LONGEST_REASON = 2_000;

    RecallId recall();

    /** @param by the vendor of the product; null if an officer files it */
    record FileRecall(
            @TargetAggregateIdentifier RecallId recall, Occurrence occurrence, @Nullable ParticipantId by, Plan found)
            implements RecallCommand {}

    /** Refreshes the plan before it is confirmed. */
    record StagePlan(@TargetAggregateIdentifier RecallId recall, Plan found) implements RecallCommand {}

    /**
     * @param digest of the plan that the officer has read
     * @param found what is affected now
     */
    record ConfirmPlan(@TargetAggregateIdentifier RecallId recall, String digest, Plan found)
            implements RecallCommand {}

    /** Discards the recall; no measure is carried out. */
    record DropRecall(@TargetAggregateIdentifier RecallId recall, String reason) implements RecallCommand {

        public DropRecall {
            Texts.check("reason", reason, LONGEST_REASON);
        }
    }

    /**
     * A measure has been carried out, in the same transaction.
     *
     * @param number counted from 1 in the order of the plan
     * @param outcome the result
     */
    record RecordMeasure(@TargetAggregateIdentifier RecallId recall, int number, String outcome)
            implements RecallCommand {}

    /**
     * A measure could not be carried out; the others are.
     *
     * @param number counted from 1 in the order of the plan
     * @param cause in one line
     */
    record PostponeMeasure(@TargetAggregateIdentifier RecallId recall, int number, String cause)
            implements RecallCommand {}
}
