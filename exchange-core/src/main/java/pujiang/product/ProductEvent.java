package pujiang.product;

import org.axonframework.serialization.Revision;
import pujiang.compliance.Assessment;
import pujiang.participant.ParticipantId;

/** What happened to a data product's register entry. */
public sealed interface ProductEvent {

    ProductId product();

    @Revision("1")
    record ProductRegistered(
            ProductId product,
            RegistrationNumber number,
            ParticipantId vendor,
            ProductDescription description,
            ProductProfile profile)
            implements ProductEvent {}

    @Revision("1")
    record ProductRevised(ProductId product, int revision, ProductDescription description, ProductProfile profile)
            implements ProductEvent {}

    /** Replaces what was stated for this recipient before. */
    @Revision("1")
    record RecipientStated(ProductId product, ParticipantId recipient, RecipientStatement statement)
            implements ProductEvent {}

    @Revision("1")
    record ProductAssessed(ProductId product, Assessment assessment) implements ProductEvent {}

    @Revision("1")
    record ProductStruckOff(ProductId product, String reason) implements ProductEvent {}
}
