package pujiang.web.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import pujiang.app.obligation.ObligationSearch;
import pujiang.app.recall.RecallSearch;
import pujiang.settlement.Transfer;
import pujiang.trade.TradeStatus;

/** Texts of which there are a few only, where the type says no more than that it is a text. */
final class Choices {

    private static final List<String> SUBJECTS = List.of("trade", "listing", "participant");

    /**
     * @param places as {@code Schema.property}; or {@code operation?parameter}
     */
    private record Choice(String name, List<String> values, List<String> places) {}

    private static final List<Choice> ALL = List.of(
            new Choice("TradeState", TradeStatus.WORDS, List.of("listTrades?state")),
            new Choice(
                    "TradeOutcome",
                    List.of("refused", "rejected", "cancelled", "lapsed", "rescinded", "settled"),
                    List.of("Trade.outcome")),
            new Choice(
                    "ListingState",
                    List.of("held", "published", "suspended", "refused", "rejected", "lapsed", "withdrawn", "ended"),
                    List.of("ListingAnswer.state", "listListings?state")),
            new Choice(
                    "ParticipantState",
                    List.of("applied", "active", "suspended", "refused", "rejected", "lapsed"),
                    List.of("Participant.state", "listParticipants?state")),
            new Choice("RecallState", RecallSearch.STATES, List.of("Recall.state", "listRecalls?state")),
            new Choice(
                    "ObligationState",
                    List.of("open", "proven", "breached", "discharged"),
                    List.of("Obligation.state")),
            new Choice("ObligationSelection", ObligationSearch.STATES, List.of("listObligations?state")),
            new Choice(
                    "BookingState",
                    List.of("pending", "booked", "rejected", "withdrawn", "expired"),
                    List.of("Booking.state")),
            new Choice("BookingSelection", List.of("pending"), List.of("listBankBookings?state")),
            new Choice(
                    "CheckState",
                    List.of("running", "clean", "damaged", "failed", "interrupted"),
                    List.of("ConsistencyCheck.state")),
            new Choice("TransferKind", names(Transfer.Kind.values()), List.of("Transfer.kind")),
            new Choice("SubjectKind", SUBJECTS, List.of("Flip.kind", "UnreplayedDecision.kind")),
            new Choice(
                    "OperatorActKind",
                    List.of("event-retried", "event-discarded", "item-retried", "clock-acknowledged"),
                    List.of("OperatorAct.what")),
            new Choice(
                    "ClockDoubt",
                    List.of("jumped", "database-differs", "went-back", "long-absence"),
                    List.of("Clock.doubt")),
            new Choice("FeeBearer", List.of("VENDOR"), List.of("QuotedPrice.feeBorneBy")));

    private Choices() {}

    private static List<String> names(Enum<?>... values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    static void describe(OpenAPI api) {
        for (var choice : ALL) choice.places().forEach(place -> describe(api, choice, place));
    }

    private static void describe(OpenAPI api, Choice choice, String place) {
        var query = place.indexOf('?');
        var applied = query < 0
                ? inSchema(api, choice, place)
                : inQuery(api, choice, place.substring(0, query), place.substring(query + 1));
        if (applied) api.getComponents().addSchemas(choice.name(), Schemas.choice(choice.values()));
    }

    private static boolean inSchema(OpenAPI api, Choice choice, String place) {
        var dot = place.indexOf('.');
        Schema<?> schema = api.getComponents().getSchemas().get(place.substring(0, dot));
        if (schema == null) return false;
        var property = place.substring(dot + 1);
        Schema<?> text = Objects.requireNonNull(schema.getProperties().get(property), place);
        var reference = Schemas.ref(choice.name());
        schema.getProperties().put(property, Schemas.isNullable(text) ? Schemas.nullable(reference) : reference);
        return true;
    }

    private static boolean inQuery(OpenAPI api, Choice choice, String operation, String name) {
        var found = api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .filter(each -> operation.equals(each.getOperationId()))
                .toList();
        found.forEach(each -> parameter(each, choice, name));
        return !found.isEmpty();
    }

    private static void parameter(Operation operation, Choice choice, String name) {
        operation.getParameters().stream()
                .filter(parameter -> parameter.getName().equals(name))
                .forEach(parameter -> parameter.setSchema(Schemas.ref(choice.name())));
    }
}
