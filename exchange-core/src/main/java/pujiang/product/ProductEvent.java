package pujiang.product;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import pujiang.compliance.Assessment;
import pujiang.compliance.AssessmentId;
import pujiang.participant.ParticipantId;
import pujiang.stop.Ground;
import pujiang.stop.Stop;

/** The events of a data product's register entry. */
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

    /** Replaces the former statement for this recipient. */
    @Revision("1")
    record RecipientStated(ProductId product, ParticipantId recipient, RecipientStatement statement)
            implements ProductEvent {}

    @Revision("1")
    record ProductAssessed(ProductId product, Assessment assessment) implements ProductEvent {}

    /** Nothing new can begin with the product, its listings and products derived from it. */
    @Revision("1")
    record ProductSuspended(ProductId product, Stop stop) implements ProductEvent {}

    /** @param assessment that remedies the ground; null if the ground requires none */
    @Revision("1")
    record ProductStopLifted(
            ProductId product, Ground ground, @Nullable String cause, String reason, @Nullable AssessmentId assessment)
            implements ProductEvent {}

    @Revision("1")
    record ProductStruckOff(ProductId product, String reason) implements ProductEvent {}
}
