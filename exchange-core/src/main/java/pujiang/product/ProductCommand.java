package pujiang.product;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import pujiang.participant.ParticipantId;

/** What can be asked of a data product's register entry. */
public sealed interface ProductCommand {

    ProductId product();

    record RegisterProduct(
            @TargetAggregateIdentifier ProductId product,
            ParticipantId vendor,
            ProductDescription description,
            ProductProfile profile)
            implements ProductCommand {}

    /** @param revision the revision that the vendor has read */
    record ReviseProduct(
            @TargetAggregateIdentifier ProductId product,
            int revision,
            ProductDescription description,
            ProductProfile profile)
            implements ProductCommand {}

    record StateForRecipient(
            @TargetAggregateIdentifier ProductId product, ParticipantId recipient, RecipientStatement statement)
            implements ProductCommand {}

    /** Strikes the product off the register (注销); agreements that exist keep their terms. */
    record StrikeOffProduct(@TargetAggregateIdentifier ProductId product, String reason) implements ProductCommand {}
}
