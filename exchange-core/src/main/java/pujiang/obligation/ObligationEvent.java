package pujiang.obligation;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** What happened to an obligation. */
public sealed interface ObligationEvent {

    ObligationId obligation();

    /** Waits for its bearer until the duty's due instant. Once more where its ground has been found to hold longer. */
    @Revision("1")
    record ObligationIncurred(ObligationId obligation, Duty duty) implements ObligationEvent {}

    /** The bearer says that it is met, and with what; an officer must look. */
    @Revision("1")
    record ObligationProven(ObligationId obligation, Evidence evidence, String by) implements ObligationEvent {}

    /** It waits for its bearer again, until the due instant. */
    @Revision("1")
    record ProofRejected(ObligationId obligation, String reason, Instant due) implements ObligationEvent {}

    /**
     * It is owed no more.
     *
     * @param source the officer's ground, or the digest of the decision that no longer finds it, or what became of the trade
     */
    @Revision("1")
    record ObligationDischarged(ObligationId obligation, Ground because, String source) implements ObligationEvent {}

    /** @param consequence what the exchange does about it */
    @Revision("1")
    record ObligationBreached(ObligationId obligation, Instant due, Consequence consequence)
            implements ObligationEvent {}

    enum Ground {
        PROOF_ACCEPTED,
        /** The law was asked again and does not find it. */
        NO_LONGER_FOUND,
        /** What it was to precede will not come. */
        NOTHING_TO_DELIVER
    }
}
