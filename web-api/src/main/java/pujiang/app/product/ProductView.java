package pujiang.app.product;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import pujiang.compliance.Assessment;
import pujiang.compliance.Assessments;
import pujiang.compliance.ExchangeFacts;
import pujiang.compliance.FactSheet;
import pujiang.participant.ParticipantId;
import pujiang.product.ProductDescription;
import pujiang.product.ProductId;
import pujiang.product.ProductProfile;
import pujiang.product.RegistrationNumber;
import pujiang.stop.Stop;

/**
 * A data product's register entry as it stands.
 *
 * @param assessments what documents say of it, in the order in which they were filed
 * @param stops that stand on it, and so on all its listings
 * @param inherited those that stand on what it is derived from
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
        List<Stop> stops,
        List<Inherited> inherited,
        Instant since) {

    /** Whether nothing has ended or stopped its registration (登记); a stop of what it is derived from does too. */
    private boolean registered() {
        return !struckOff && stops.isEmpty() && inherited.isEmpty();
    }

    /** As a reader is shown it, by whose name each stop was set. */
    ProductView shown(UnaryOperator<List<Stop>> names) {
        var sources = inherited.stream()
                .flatMap(each ->
                        names.apply(List.of(each.stop())).stream().map(stop -> new Inherited(each.source(), stop)))
                .toList();
        return new ProductView(
                id,
                number,
                vendor,
                revision,
                description,
                profile,
                assessments,
                struckOff,
                names.apply(stops),
                sources,
                since);
    }

    /** What the law hears of it on a day. */
    public FactSheet facts(LocalDate on) {
        return profile.facts(description, new Assessments(assessments), on)
                .with(ExchangeFacts.SDE_REGISTERED, registered());
    }
}
