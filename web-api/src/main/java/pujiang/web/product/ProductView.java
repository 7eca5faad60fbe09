package pujiang.web.product;

import java.time.Instant;
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
 * @param since when it came to be as it is
 */
public record ProductView(
        ProductId id,
        RegistrationNumber number,
        ParticipantId vendor,
        int revision,
        ProductDescription description,
        ProductProfile profile,
        boolean struckOff,
        Instant since) {

    /** What the vendor states of it, and what the exchange itself knows. */
    public FactSheet facts() {
        return profile.facts(description).with(ExchangeFacts.SDE_REGISTERED, !struckOff);
    }
}
