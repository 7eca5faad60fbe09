package pujiang.participant;

import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import pujiang.compliance.Assessment;
import pujiang.compliance.AssessmentId;
import pujiang.compliance.FactProvenance;
import pujiang.compliance.FactSheet;
import pujiang.compliance.StatementChannel;
import pujiang.refusal.Invalid;
import pujiang.refusal.Texts;
import pujiang.stop.Author;
import pujiang.stop.Stop;

/** What can be asked of a participant's file. */
public sealed interface ParticipantCommand {

    /** Characters of a reason, a ground or a place of evidence. */
    int LONGEST_REASON = 2_000;

    ParticipantId participant();

    /**
     * An organisation asks to be admitted, and states about itself what the law will ask ({@code seller.*, buyer.*}), and
     * about the data it deals in what the law asks before there is a product.
     */
    record ApplyForAdmission(
            @TargetAggregateIdentifier ParticipantId participant,
            Organisation organisation,
            Set<MarketRole> roles,
            FactSheet statement)
            implements ParticipantCommand {

        public ApplyForAdmission {
            organisation.mustBeSeen();
            if (roles.isEmpty()) throw Invalid.at("roles", "list.empty", "must name at least one role");
            FactProvenance.check(
                    "statement",
                    statement,
                    StatementChannel.SELLER_STATEMENT,
                    StatementChannel.BUYER_STATEMENT,
                    StatementChannel.BUSINESS);
            statement.mustBeInRange("statement");
        }
    }

    /**
     * What a participant says of itself has changed: yearly reports go stale. The operator enters it from the papers.
     *
     * @param version the version of the file that the operator has read
     * @param statement in place of the former
     * @param evidence where the papers can be seen
     */
    record ReviseStatement(
            @TargetAggregateIdentifier ParticipantId participant, long version, FactSheet statement, String evidence)
            implements ParticipantCommand {

        public ReviseStatement {
            Texts.check("evidence", evidence, LONGEST_REASON);
            FactProvenance.check(
                    "statement",
                    statement,
                    StatementChannel.SELLER_STATEMENT,
                    StatementChannel.BUYER_STATEMENT,
                    StatementChannel.BUSINESS);
            statement.mustBeInRange("statement");
        }
    }

    /** Somebody of the exchange files what a document says of the participant. */
    record AssessParticipant(@TargetAggregateIdentifier ParticipantId participant, Assessment assessment)
            implements ParticipantCommand {

        public AssessParticipant {
            FactProvenance.check("facts", assessment.facts(), StatementChannel.PARTICIPANT_ASSESSMENT);
            assessment.mustBeInRange();
        }
    }

    /**
     * The operator has seen the papers.
     *
     * @param version of the file that the operator has read; null if it names none
     */
    record VerifyParticipant(
            @TargetAggregateIdentifier ParticipantId participant, @Nullable Long version, String evidence)
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

    /** Stops add up; the same one again changes nothing. */
    record SuspendParticipant(@TargetAggregateIdentifier ParticipantId participant, Stop stop)
            implements ParticipantCommand {}

    /**
     * Lifts what the caller may lift; the participant acts again when nothing else stands.
     *
     * @param by in which parts the caller acts
     * @param mended obligations behind stops of the participant that are discharged
     * @param assessment that was filed after the stop and mends its ground; null where no ground asks for one
     */
    record ReinstateParticipant(
            @TargetAggregateIdentifier ParticipantId participant,
            Set<Author> by,
            Set<String> mended,
            String reason,
            @Nullable AssessmentId assessment)
            implements ParticipantCommand {

        public ReinstateParticipant {
            Texts.check("reason", reason, LONGEST_REASON);
        }
    }

    /** Time has passed: a waiting application whose day has come lapses. */
    record EndParticipantWait(@TargetAggregateIdentifier ParticipantId participant) implements ParticipantCommand {}
}
