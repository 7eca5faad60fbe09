package pujiang.product;

import pujiang.compliance.AssessmentId;
import pujiang.refusal.Refusal;

/** The reasons for refusing a request about a product, in order of precedence. */
public sealed interface ProductRefusal extends Refusal {

    /** The id is taken by a product with other content. */
    record AlreadyRegistered(ProductId product) implements ProductRefusal {}

    record Unknown(ProductId product) implements ProductRefusal {}

    record StruckOff(ProductId product) implements ProductRefusal {}

    /** It has been revised since the caller read it. */
    record StaleRevision(ProductId product, int given, int current) implements ProductRefusal {}

    /** The name is taken by an assessment with other content. */
    record AlreadyAssessed(ProductId product, AssessmentId assessment) implements ProductRefusal {}
}
