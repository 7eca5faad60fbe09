package pujiang.participant;

import java.util.List;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import pujiang.compliance.BuyerFacts;
import pujiang.compliance.FactSheet;
import pujiang.compliance.SellerFacts;
import pujiang.refusal.Invalid;
import pujiang.refusal.Texts;

/** What can be asked of a participant's file. */
public sealed interface ParticipantCommand {

    /** Characters of a reason, a ground or a place of evidence. */
    int LONGEST_REASON = 2_000;

    ParticipantId participant();

    /** An organisation asks to be admitted, and states about itself what the law will ask ({@code seller.*, buyer.*}). */
    record ApplyForAdmission(
            @TargetAggregateIdentifier ParticipantId participant,
            Organisation organisation,
            Set<MarketRole> roles,
            FactSheet statement)
            implements ParticipantCommand {

        private static final List<String> GROUPS = List.of("seller", "buyer");

        /** What the exchange knows of itself, and nobody states: see {@link Organisation#facts}. */
        private static final Set<String> KNOWN = Set.of(
                SellerFacts.IDENTITY_VERIFIED.name(), BuyerFacts.IDENTITY_VERIFIED.name(), BuyerFacts.LOCATION.name());

        public ApplyForAdmission {
            if (roles.isEmpty()) throw Invalid.at("roles", "list.empty", "must name at least one role");
            for (var name : statement.stated().keySet()) {
                if (!GROUPS.contains(name.substring(0, name.indexOf('.'))) || KNOWN.contains(name)) {
                    throw Invalid.inside("statement", name, "fact.not-yours", "is not for an applicant to state");
                }
            }
        }
    }

    /** The operator has seen the papers. */
    record VerifyParticipant(@TargetAggregateIdentifier ParticipantId participant, String evidence)
            implements ParticipantCommand {

        public VerifyParticipant {
            Texts.check("evidence", evidence, LONGEST_REASON);
        }
    }

    record RejectParticipant(@TargetAggregateIdentifier ParticipantId participant, String reason)
            implements ParticipantCommand {

        public RejectParticipant {
            Texts.check("reason", reason, LONGEST_REASON);
        }
    }

    record SuspendParticipant(@TargetAggregateIdentifier ParticipantId participant, String reason)
            implements ParticipantCommand {

        public SuspendParticipant {
            Texts.check("reason", reason, LONGEST_REASON);
        }
    }

    record ReinstateParticipant(@TargetAggregateIdentifier ParticipantId participant, String reason)
            implements ParticipantCommand {

        public ReinstateParticipant {
            Texts.check("reason", reason, LONGEST_REASON);
        }
    }

    /** Time has passed: a waiting application whose day has come lapses. */
    record EndParticipantWait(@TargetAggregateIdentifier ParticipantId participant) implements ParticipantCommand {}
}
