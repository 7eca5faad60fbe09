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
 * The current register entry of a data product.
 *
 * @param assessments documents about it, in the order of filing
 * @param stops on it, and so on all its listings
 * @param inherited stops of its sources
 * @param since when the entry last changed
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

    /** Whether its registration (登记) is neither ended nor stopped; a stop of a source also counts. */
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

    /** The facts about it for the rules on a day. */
    public FactSheet facts(LocalDate on) {
        return profile.facts(description, new Assessments(assessments), on)
                .with(ExchangeFacts.SDE_REGISTERED, registered());
    }
}
