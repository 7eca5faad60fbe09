package pujiang.web.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/** What an operation takes and how it answers, read off its handler; in words, the handler says it itself. */
final class OperationDescription implements OperationCustomizer {

    /** What is uploaded may be of any type. */
    private static final String ANY = "*/*";

    private static final String BYTES = "application/octet-stream";

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        Parameters.describe(operation, handler);
        body(operation, handler);
        Examples.describe(operation);
        Successes.describe(operation, handler);
        if (Handlers.isOpen(handler)) operation.setSecurity(List.of());
        return operation;
    }

    /** A body that is no JSON is bytes, or a text. */
    private static void body(Operation operation, HandlerMethod handler) {
        var consumes = Handlers.mapping(handler).consumes();
        if (consumes.length == 0) return;
        var media = consumes[0].equals(ANY) ? BYTES : consumes[0];
        var schema = media.startsWith("text/") ? Schemas.of("string") : Schemas.binary();
        operation.setRequestBody(
                new RequestBody().required(true).content(Successes.content(media, new MediaType().schema(schema))));
    }
}
