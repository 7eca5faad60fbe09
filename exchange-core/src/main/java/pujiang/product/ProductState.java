package pujiang.product;

import java.util.HashMap;
import java.util.Map;
import pujiang.compliance.Assessment;
import pujiang.compliance.Assessments;
import pujiang.participant.ParticipantId;
import pujiang.product.ProductEvent.ProductAssessed;
import pujiang.product.ProductEvent.ProductRegistered;
import pujiang.product.ProductEvent.ProductRevised;
import pujiang.product.ProductEvent.ProductStopLifted;
import pujiang.product.ProductEvent.ProductStruckOff;
import pujiang.product.ProductEvent.ProductSuspended;
import pujiang.product.ProductEvent.RecipientStated;

/** The state of a product's register entry. */
sealed interface ProductState {

    record Absent() implements ProductState {}

    record Registered(
            int revision,
            ProductRegistered first,
            ProductDescription description,
            ProductProfile profile,
            Map<ParticipantId, RecipientStatement> recipients,
            Assessments assessments)
            implements ProductState {

        Registered with(ParticipantId recipient, RecipientStatement statement) {
            var stated = new HashMap<>(recipients);
            stated.put(recipient, statement);
            return new Registered(revision, first, description, profile, Map.copyOf(stated), assessments);
        }

        Registered with(Assessment assessment) {
            return new Registered(revision, first, description, profile, recipients, assessments.with(assessment));
        }

        Registered revised(ProductRevised by) {
            return new Registered(by.revision(), first, by.description(), by.profile(), recipients, assessments);
        }
    }

    /** Suspensions remain and are remedied as before, because they cover derived and replacement products. */
    record StruckOff(ProductRegistered first, Assessments assessments) implements ProductState {}

    default ProductState after(ProductEvent event) {
        return switch (event) {
            case ProductRegistered first ->
                new Registered(1, first, first.description(), first.profile(), Map.of(), Assessments.NONE);
            case ProductRevised revised -> registered().revised(revised);
            case ProductAssessed(var _, var assessment) ->
                this instanceof StruckOff(var first, var assessments)
                        ? new StruckOff(first, assessments.with(assessment))
                        : registered().with(assessment);
            case RecipientStated stated -> registered().with(stated.recipient(), stated.statement());
            case ProductSuspended _, ProductStopLifted _ -> this;
            case ProductStruckOff _ ->
                new StruckOff(registered().first(), registered().assessments());
        };
    }

    private Registered registered() {
        return switch (this) {
            case Registered registered -> registered;
            case Absent _, StruckOff _ -> throw new IllegalStateException("not in the register");
        };
    }
}
