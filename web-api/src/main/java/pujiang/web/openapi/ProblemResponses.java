package pujiang.web.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.http.HttpStatus;
import pujiang.app.request.RequestRefusal;
import pujiang.web.problem.Problem;
import pujiang.web.problem.ProblemCatalogue;

/**
 * The answers of an operation that refuses: the codes that any request may meet, and those of the part of the interface
 * that it belongs to. Each part describes each status once.
 */
final class ProblemResponses {

    /** In the document each status of a part lists its codes for programs, too. */
    static final String CODES = "x-problem-codes";

    private static final SortedMap<Integer, SortedSet<String>> GENERAL =
            ProblemCatalogue.codes(List.of(RequestRefusal.class));

    /** What only a download answers: a link that is spent, a range that there is not. */
    private static final Set<Integer> OF_FILES = Set.of(410, 416);

    private static final Set<Integer> OF_READING = Set.of(404, 410, 416);

    /** Where a password is given, guesses are slowed. */
    private static final String SLOWED = ".*/(tokens|me/password)";

    private static final Set<Integer> WITH_WAITING = Set.of(409, 429, 503);

    private final OpenAPI api;

    ProblemResponses(OpenAPI api) {
        this.api = api;
    }

    void describe() {
        if (api.getPaths() == null) return;
        api.getPaths().forEach((path, item) -> item.readOperationsMap()
                .forEach((method, operation) -> describe(path, method, operation)));
    }

    private void describe(String path, HttpMethod method, Operation operation) {
        var section = Section.of(path);
        var own = ProblemCatalogue.codes(section.families());
        for (int status : statuses(path, method, operation, own.keySet())) {
            operation.getResponses().addApiResponse(String.valueOf(status), shared(section, status, own));
        }
        operation.getResponses().addApiResponse("default", problem("Any other problem (RFC 9457)."));
    }

    private static SortedSet<Integer> statuses(String path, HttpMethod method, Operation operation, Set<Integer> own) {
        var reads = method == HttpMethod.GET;
        var statuses = new TreeSet<>(Set.of(400, 406, 500, 503));
        if (operation.getSecurity() == null) statuses.addAll(Set.of(401, 403));
        if (!reads) statuses.add(409);
        if (path.contains("{")
                || Set.of("/api/v1/fsck", "/api/v1/log/checkpoint", "/api/v1/rule-book/files")
                        .contains(path)) statuses.add(404);
        if (operation.getRequestBody() != null) statuses.addAll(Set.of(413, 415));
        if (takes("Idempotency-Key", operation)) statuses.add(422);
        if (takes("If-Match", operation)) statuses.addAll(Set.of(412, 428));
        own.stream()
                .filter(status -> !reads || OF_READING.contains(status))
                .filter(status -> status != 412 || takes("If-Match", operation))
                .filter(status -> !OF_FILES.contains(status) || path.contains("/downloads/"))
                .filter(status -> status != 404 || !reads || statuses.contains(404))
                .filter(status -> status != 413 || operation.getRequestBody() != null)
                .filter(status -> status != 429 || path.matches(SLOWED))
                .filter(status -> status != 507 || path.contains("/contents/"))
                .forEach(statuses::add);
        return statuses;
    }

    private static boolean takes(String header, Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> header.equals(parameter.getName()));
    }

    /** A reference to the answer that all operations of the part share; where only the general codes count, all do. */
    private ApiResponse shared(Section section, int status, SortedMap<Integer, SortedSet<String>> own) {
        var codes = new TreeSet<>(GENERAL.getOrDefault(status, new TreeSet<>()));
        codes.addAll(own.getOrDefault(status, new TreeSet<>()));
        var reason = HttpStatus.valueOf(status) == HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE
                ? "RangeNotSatisfiable"
                : HttpStatus.valueOf(status).getReasonPhrase().replaceAll("[^A-Za-z]", "");
        var name = (own.containsKey(status) ? section.key() : "") + reason;
        var components = api.getComponents();
        if (components.getResponses() == null || !components.getResponses().containsKey(name)) {
            components.addResponses(name, answer(status, codes));
        }
        return new ApiResponse().$ref("#/components/responses/" + name);
    }

    private static ApiResponse answer(int status, SortedSet<String> codes) {
        var answer = problem(HttpStatus.valueOf(status).getReasonPhrase() + ". Codes: " + String.join(", ", codes));
        answer.addExtension(CODES, List.copyOf(codes));
        if (WITH_WAITING.contains(status)) header(answer, Headers.RETRY_AFTER);
        if (status == 429) header(answer, Headers.RATE_LIMIT);
        if (status == 401) header(answer, Headers.CHALLENGE);
        return answer;
    }

    private static void header(ApiResponse answer, String name) {
        answer.addHeaderObject(name, new Header().$ref("#/components/headers/" + name));
    }

    private static ApiResponse problem(String description) {
        Schema<?> schema = Schemas.ref("Problem");
        return new ApiResponse()
                .description(description)
                .content(new Content().addMediaType(Problem.MEDIA_TYPE, new MediaType().schema(schema)));
    }

    /** Every answer names its request. */
    static void name(Components components, OpenAPI api) {
        if (components.getResponses() != null) {
            components.getResponses().values().forEach(answer -> header(answer, Headers.REQUEST_ID));
        }
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .flatMap(operation -> operation.getResponses().values().stream())
                .filter(answer -> answer.get$ref() == null)
                .forEach(answer -> header(answer, Headers.REQUEST_ID));
    }
}
