package pujiang.product;

import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import pujiang.compliance.Assessment;
import pujiang.compliance.AssessmentId;
import pujiang.compliance.FactProvenance;
import pujiang.compliance.StatementChannel;
import pujiang.participant.ParticipantId;
import pujiang.refusal.Texts;
import pujiang.stop.Author;
import pujiang.stop.Stop;

/** The commands of a data product's register entry. */
public sealed interface ProductCommand {

    /** Characters of a reason, a ground or a place of evidence. */
    int LONGEST_REASON = 2_000;

    ProductId product();

    record RegisterProduct(
            @TargetAggregateIdentifier ProductId product,
            ParticipantId vendor,
            ProductDescription description,
            ProductProfile profile)
            implements ProductCommand {

        public RegisterProduct {
            description.mustBeInRange();
            profile.statement().mustBeInRange("profile");
        }
    }

    /** @param revision the revision that the vendor has read */
    record ReviseProduct(
            @TargetAggregateIdentifier ProductId product,
            int revision,
            ProductDescription description,
            ProductProfile profile)
            implements ProductCommand {

        public ReviseProduct {
            description.mustBeInRange();
            profile.statement().mustBeInRange("profile");
        }
    }

    record StateForRecipient(
            @TargetAggregateIdentifier ProductId product, ParticipantId recipient, RecipientStatement statement)
            implements ProductCommand {

        public StateForRecipient {
            statement.facts().mustBeInRange("facts");
        }
    }

    /** Staff of the exchange file an assessment of the product. */
    record AssessProduct(@TargetAggregateIdentifier ProductId product, Assessment assessment)
            implements ProductCommand {

        public AssessProduct {
            FactProvenance.check("facts", assessment.facts(), StatementChannel.PRODUCT_ASSESSMENT);
            assessment.mustBeInRange();
        }
    }

    /** Suspensions add up; a repeated one changes nothing. */
    record SuspendProduct(@TargetAggregateIdentifier ProductId product, Stop stop) implements ProductCommand {}

    /**
     * Lifts the suspensions that the caller may lift.
     *
     * @param by the roles in which the caller acts
     * @param assessment filed after the suspension that remedies its ground; null if no ground requires one
     */
    record ResumeProduct(
            @TargetAggregateIdentifier ProductId product,
            Set<Author> by,
            String reason,
            @Nullable AssessmentId assessment)
            implements ProductCommand {

        public ResumeProduct {
            Texts.check("reason", reason, LONGEST_REASON);
        }
    }

    /** Deregisters the product (注销); existing agreements keep their terms. */
    record StrikeOffProduct(@TargetAggregateIdentifier ProductId product, String reason) implements ProductCommand {

        public StrikeOffProduct {
            Texts.check("reason", reason, LONGEST_REASON);
        }
    }
}
