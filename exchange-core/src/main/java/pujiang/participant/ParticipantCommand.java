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

/** The commands of a participant's file. */
public sealed interface ParticipantCommand {

    /** Characters of a reason, a ground or a place of evidence. */
    int LONGEST_REASON = 2_000;

    ParticipantId participant();

    /**
     * An organisation applies for admission. It states the facts about itself ({@code seller.*, buyer.*}), and the
     * facts about its data that rules use before a product exists.
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
     * The statement of a participant has changed, because yearly reports become outdated. The operator enters it from
     * the documents.
     *
     * @param version the version of the file that the operator has read
     * @param statement replaces the former
     * @param evidence where the documents are
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

    /** Staff of the exchange file an assessment of the participant. */
    record AssessParticipant(@TargetAggregateIdentifier ParticipantId participant, Assessment assessment)
            implements ParticipantCommand {

        public AssessParticipant {
            FactProvenance.check("facts", assessment.facts(), StatementChannel.PARTICIPANT_ASSESSMENT);
            assessment.mustBeInRange();
        }
    }

    /**
     * The operator has checked the documents.
     *
     * @param version of the file that the operator has read; null if none is given
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

    /** Suspensions add up; a repeated one changes nothing. */
    record SuspendParticipant(@TargetAggregateIdentifier ParticipantId participant, Stop stop)
            implements ParticipantCommand {}

    /**
     * Lifts the suspensions that the caller may lift. If none remains, the participant may act again.
     *
     * @param by the roles in which the caller acts
     * @param mended discharged obligations behind suspensions of the participant
     * @param assessment filed after the suspension that remedies its ground; null if no ground requires one
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

    /** Time has passed: a waiting application past its deadline lapses. */
    record EndParticipantWait(@TargetAggregateIdentifier ParticipantId participant) implements ParticipantCommand {}
}
