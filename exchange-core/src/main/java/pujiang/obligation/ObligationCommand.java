package pujiang.obligation;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import pujiang.obligation.ObligationEvent.Ground;
import pujiang.refusal.Numbers;
import pujiang.refusal.Texts;

/** The commands of an obligation. An obligation cannot be waived, so no command does so. */
public sealed interface ObligationCommand {

    /** Characters of a reason or a ground. */
    int LONGEST_REASON = 2_000;

    ObligationId obligation();

    /** The exchange has found it. */
    record IncurObligation(@TargetAggregateIdentifier ObligationId obligation, Duty duty) implements ObligationCommand {

        public IncurObligation(Duty duty) {
            this(duty.id(), duty);
        }
    }

    /** @param by the user who acts for the responsible party */
    record ProveObligation(@TargetAggregateIdentifier ObligationId obligation, Evidence evidence, String by)
            implements ObligationCommand {}

    /**
     * An officer accepts the proof that was read.
     *
     * @param version of the obligation, with the proof, as read
     */
    record AcceptProof(@TargetAggregateIdentifier ObligationId obligation, long version, String ground)
            implements ObligationCommand {

        public AcceptProof {
            Numbers.check("version", version, 0, Numbers.LARGEST);
            Texts.check("ground", ground, LONGEST_REASON);
        }
    }

    /**
     * An officer rejects the proof.
     *
     * @param version as with {@link AcceptProof}
     */
    record RejectProof(@TargetAggregateIdentifier ObligationId obligation, long version, String reason)
            implements ObligationCommand {

        public RejectProof {
            Numbers.check("version", version, 0, Numbers.LARGEST);
            Texts.check("reason", reason, LONGEST_REASON);
        }
    }

    /** The exchange no longer finds it. An obligation already discharged does not change. */
    record DischargeObligation(@TargetAggregateIdentifier ObligationId obligation, Ground ground, String source)
            implements ObligationCommand {}

    /** Time has passed: an open obligation past its deadline is breached. */
    record EndObligationWait(@TargetAggregateIdentifier ObligationId obligation) implements ObligationCommand {}
}
