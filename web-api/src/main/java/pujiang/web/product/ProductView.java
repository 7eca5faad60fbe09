package pujiang.web.product;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import pujiang.compliance.Assessment;
import pujiang.compliance.Assessments;
import pujiang.compliance.ExchangeFacts;
import pujiang.compliance.FactSheet;
import pujiang.participant.ParticipantId;
import pujiang.product.ProductDescription;
import pujiang.product.ProductId;
import pujiang.product.ProductProfile;
import pujiang.product.RegistrationNumber;

/**
 * A data product's register entry as it stands.
 *
 * @param assessments what documents say of it, in the order in which they were filed
 * @param since when it came to be as it is
 */
public record ProductView(
        ProductId id,
        RegistrationNumber number,
        ParticipantId vendor,
        int revision,
        ProductDescription description,
        ProductProfile profile,
        List<Assessment> assessments,
        boolean struckOff,
        Instant since) {

    /** What the law hears of it on a day. */
    public FactSheet facts(LocalDate on) {
        return profile.facts(description, new Assessments(assessments), on)
                .with(ExchangeFacts.SDE_REGISTERED, !struckOff);
    }
}
