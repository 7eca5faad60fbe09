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

/** What can be asked of a data product's register entry. */
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

    /** Somebody of the exchange files what a document says of the product. */
    record AssessProduct(@TargetAggregateIdentifier ProductId product, Assessment assessment)
            implements ProductCommand {

        public AssessProduct {
            FactProvenance.check("facts", assessment.facts(), StatementChannel.PRODUCT_ASSESSMENT);
            assessment.mustBeInRange();
        }
    }

    /** Stops add up; the same one again changes nothing. */
    record SuspendProduct(@TargetAggregateIdentifier ProductId product, Stop stop) implements ProductCommand {}

    /**
     * Lifts what the caller may lift.
     *
     * @param by in which parts the caller acts
     * @param assessment that was filed after the stop and mends its ground; null where no ground asks for one
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

    /** Strikes the product off the register (注销); agreements that exist keep their terms. */
    record StrikeOffProduct(@TargetAggregateIdentifier ProductId product, String reason) implements ProductCommand {

        public StrikeOffProduct {
            Texts.check("reason", reason, LONGEST_REASON);
        }
    }
}
