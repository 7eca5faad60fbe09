package pujiang.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** For each operation that takes JSON, a body by its id: {@code examples.json} beside this class. The tests send them. */
final class Examples {

    private static final JsonNode ALL = read();

    private Examples() {}

    static void describe(Operation operation) {
        var body = operation.getRequestBody();
        var example = ALL.get(Objects.requireNonNullElse(operation.getOperationId(), ""));
        if (body == null || example == null) return;
        body.getContent().values().forEach(media -> media.setExample(example));
    }

    private static JsonNode read() {
        try (var file = Objects.requireNonNull(Examples.class.getResourceAsStream("examples.json"))) {
            return Json31.mapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
