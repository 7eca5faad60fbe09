package pujiang.web.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import pujiang.app.paging.Paging;
import pujiang.web.answer.Succeeds;
import pujiang.web.idempotency.Idempotent;

/** The answers of a handler that has succeeded. */
final class Successes {

    private static final Map<Integer, String> WORDS = Map.of(
            200, "Done: the thing as it now is, or what was asked for.",
            201, "Created.",
            202, "Accepted: something remains to be done, as the answer says.",
            204, "Done: there is nothing to answer with.",
            206, "The range that was asked for.",
            304, "Not modified: the caller has the current content already.");

    private Successes() {}

    static void describe(Operation operation, HandlerMethod handler) {
        var declared = handler.getMethodAnnotation(Succeeds.class);
        var content = content(operation, handler, declared);
        var answers = new ApiResponses();
        for (int status : declared == null ? new int[] {200} : declared.status()) {
            answers.addApiResponse(String.valueOf(status), answer(status, content, handler, declared));
        }
        if (Handlers.method(handler) == RequestMethod.GET && !answers.containsKey("304")) {
            answers.addApiResponse("304", answer(304, null, handler, declared));
        }
        operation.setResponses(answers);
    }

    private static ApiResponse answer(
            int status, @Nullable Content content, HandlerMethod handler, @Nullable Succeeds declared) {
        var answer = new ApiResponse().description(Objects.requireNonNull(WORDS.get(status)));
        if (hasBody(status)) answer.setContent(content);
        if (declared != null && declared.tagged()) header(answer, Headers.ETAG);
        if (status == 206) header(answer, Headers.CONTENT_RANGE);
        if (status == HttpStatus.CREATED.value() || (declared != null && declared.located()))
            header(answer, Headers.LOCATION);
        if (Handlers.asksFor(Paging.class, handler) && status == 200) header(answer, Headers.LINK);
        if (declared != null && declared.next()) header(answer, Headers.LINK);
        if (Handlers.asksFor(Idempotent.class, handler)) header(answer, Headers.REPLAYED);
        return answer;
    }

    static boolean hasBody(int status) {
        return status != 204 && status != 304;
    }

    private static void header(ApiResponse answer, String name) {
        answer.addHeaderObject(name, new Header().$ref("#/components/headers/" + name));
    }

    private static @Nullable Content content(Operation operation, HandlerMethod handler, @Nullable Succeeds declared) {
        if (declared != null && !declared.media().isEmpty()) {
            return content(declared.media(), new MediaType().schema(Schemas.binary()));
        }
        var described = operation.getResponses().values().stream()
                .map(ApiResponse::getContent)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (described == null) return null;
        var returned = handler.getMethod().getGenericReturnType().getTypeName();
        if (returned.contains("byte[]")) {
            described.values().forEach(media -> media.setSchema(Schemas.binary()));
        }
        return described;
    }

    static Content content(String media, MediaType type) {
        return new Content().addMediaType(media, type);
    }
}
