package pujiang.obligation;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The events of an obligation. */
public sealed interface ObligationEvent {

    ObligationId obligation();

    /** Waits for the responsible party until the due instant. Repeated if its ground is found to last longer. */
    @Revision("1")
    record ObligationIncurred(ObligationId obligation, Duty duty) implements ObligationEvent {}

    /** The responsible party has submitted a proof, which an officer must review. */
    @Revision("1")
    record ObligationProven(ObligationId obligation, Evidence evidence, String by) implements ObligationEvent {}

    /** It waits again for the responsible party, until the due instant. */
    @Revision("1")
    record ProofRejected(ObligationId obligation, String reason, Instant due) implements ObligationEvent {}

    /**
     * The obligation no longer applies.
     *
     * @param source the officer's ground, the digest of the decision that no longer finds it, or the outcome of the
     *     trade
     */
    @Revision("1")
    record ObligationDischarged(ObligationId obligation, Ground because, String source) implements ObligationEvent {}

    /** @param consequence the exchange's action */
    @Revision("1")
    record ObligationBreached(ObligationId obligation, Instant due, Consequence consequence)
            implements ObligationEvent {}

    enum Ground {
        PROOF_ACCEPTED,
        /** The rules were evaluated again and do not find it. */
        NO_LONGER_FOUND,
        /** The step that it must precede will not occur. */
        NOTHING_TO_DELIVER
    }
}
