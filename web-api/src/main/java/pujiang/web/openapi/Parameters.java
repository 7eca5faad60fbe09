package pujiang.web.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.springframework.web.method.HandlerMethod;
import pujiang.app.edition.Edition;
import pujiang.app.paging.Paging;
import pujiang.web.idempotency.Idempotent;

/** The parameters of an operation, those that our own argument types stand for among them. */
final class Parameters {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("after", "The position to read on from, as the part before named it; 0 from the start."),
            Map.entry("assessment", "Id of the assessment, chosen by the caller."),
            Map.entry("booking", "Id of the booking."),
            Map.entry("cursor", "Where the page begins: next of the page before, unchanged."),
            Map.entry("digest", "Digest of what is asked for."),
            Map.entry("draft", "Id of the rule draft, chosen by the caller."),
            Map.entry("event", "Id of the event."),
            Map.entry("exception", "Number of the event in its trade that granted the exception."),
            Map.entry("facts", "Last day whose facts count; without it the day of the decision."),
            Map.entry("from", "Size of the smaller log."),
            Map.entry("id", "Id of the thing."),
            Map.entry("If-Range", "The ETag of the file of which a range is asked for."),
            Map.entry("index", "Index of the tile."),
            Map.entry("item", "Name of the item."),
            Map.entry("job", "Name of the job."),
            Map.entry("kind", "Kind of access."),
            Map.entry("law", "Day whose rules are evaluated; without it the day of the decision."),
            Map.entry("level", "Level of the tile, 0 to 7."),
            Map.entry("limit", "How many items a page has."),
            Map.entry("listing", "Id of the listing, chosen by its vendor."),
            Map.entry("number", "Number of the item, counted from 1."),
            Map.entry("obligation", "Id of the obligation."),
            Map.entry("participant", "Id of the participant."),
            Map.entry("party", "Selects the items in which this participant is buyer or vendor."),
            Map.entry("bearer", "Selects the items that this participant owes."),
            Map.entry("since", "Selects the items from this instant on, by the time that orders the list."),
            Map.entry("until", "Selects the items before this instant, by the time that orders the list."),
            Map.entry("product", "Id of the product, chosen by its vendor."),
            Map.entry("Range", "The range of the file that is asked for (RFC 9110), as in bytes=100-."),
            Map.entry("recall", "Id of the recall, chosen by the caller."),
            Map.entry("recipient", "Id of the participant that receives the data."),
            Map.entry("sha256", "SHA-256 of the file, 64 lower-case hexadecimal digits."),
            Map.entry("state", "Selects the items in this state."),
            Map.entry("text", "Selects the items with this text in their title, in any case."),
            Map.entry("to", "Size of the larger log."),
            Map.entry("token", "Token of the download link."),
            Map.entry("trade", "Id of the trade, chosen by its buyer."),
            Map.entry("username", "Name of the user."),
            Map.entry("vendor", "Selects the items of this vendor."),
            Map.entry("which", "Number of the decision, counted from 1, or its digest."));

    /** They belong to the body, or to how one operation stands for two handlers. */
    private static final Set<String> NONE = Set.of("Content-Type", "!If-Match", "If-Match");

    private Parameters() {}

    static void describe(Operation operation, HandlerMethod handler) {
        if (operation.getParameters() != null) {
            operation.getParameters().removeIf(parameter -> NONE.contains(parameter.getName()));
        }
        if (Handlers.asksFor(Idempotent.class, handler)) operation.addParametersItem(idempotencyKey());
        if (Handlers.asksFor(Edition.class, handler)) operation.addParametersItem(ifMatch(true));
        if (Handlers.isAlsoAnEdit(handler)) operation.addParametersItem(ifMatch(false));
        if (Handlers.asksFor(Paging.class, handler)) {
            operation.addParametersItem(query("limit", limit())).addParametersItem(query("cursor", text()));
        }
        if (operation.getParameters() != null) operation.getParameters().forEach(Parameters::describe);
    }

    private static void describe(Parameter parameter) {
        if (parameter.getName().equals("limit")) parameter.setSchema(limit());
        if (parameter.getDescription() == null) parameter.setDescription(WORDS.get(parameter.getName()));
    }

    private static Parameter idempotencyKey() {
        return header("Idempotency-Key", true, "\"order-1-accept\"")
                .description("Makes the action safe to repeat (draft-ietf-httpapi-idempotency-key-header-08): a quoted "
                        + "string, or a token without quotes. The same key with the same request gives the first "
                        + "answer again for at least 24 hours; with another request 422; while the first still runs "
                        + "409. A refused action leaves no record and is judged anew.");
    }

    private static Parameter ifMatch(boolean required) {
        return header("If-Match", required, "\"v3-5f2c0a1b9d8e7f60\"")
                .description("The ETag of what this changes: 412 if anything that it shows has changed since. The"
                        + " edition alone, like \"v3\", only regards edits. "
                        + (required ? "Without it: 428." : "Without it the thing is created."));
    }

    private static Parameter header(String name, boolean required, String example) {
        var schema = text().example(example);
        return new Parameter()
                .in("header")
                .name(name)
                .required(required)
                .schema(
                        required && name.startsWith("Idem")
                                ? schema.minLength(1).maxLength(257)
                                : schema);
    }

    private static Parameter query(String name, Schema<?> schema) {
        return new Parameter().in("query").name(name).schema(schema);
    }

    private static Schema<?> limit() {
        var limit = Schemas.of("integer");
        limit.minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(200));
        limit.setDefault(50);
        return limit;
    }

    private static Schema<?> text() {
        return Schemas.of("string");
    }
}
