package pujiang.web.idempotency;

import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import pujiang.app.idempotency.StoredAnswer;
import tools.jackson.databind.json.JsonMapper;

/** Makes an {@link StoredAnswer} of a controller's response, and a response of an answer. */
@Component
final class Answers {

    /** Tells an answer of an earlier request from a fresh one. */
    private static final String REPLAYED = "Idempotency-Replayed";

    private final JsonMapper json;

    Answers(JsonMapper json) {
        this.json = json;
    }

    StoredAnswer of(ResponseEntity<?> response) {
        var headers = new HttpHeaders();
        headers.putAll(response.getHeaders());
        var content = response.getBody();
        if (content != null && headers.getContentType() == null) headers.setContentType(MediaType.APPLICATION_JSON);
        return new StoredAnswer(
                response.getStatusCode().value(),
                lines(headers),
                content == null ? new byte[0] : json.writeValueAsBytes(content));
    }

    static ResponseEntity<?> response(StoredAnswer storedAnswer, boolean replayed) {
        var response = ResponseEntity.status(storedAnswer.status());
        if (replayed) response.header(REPLAYED, "true");
        storedAnswer
                .headers()
                .lines()
                .map(line -> line.split(": ", 2))
                .forEach(header -> response.header(header[0], header[1]));
        return storedAnswer.body().length == 0 ? response.build() : response.body(storedAnswer.body());
    }

    private static String lines(HttpHeaders headers) {
        return headers.headerSet().stream()
                .flatMap(header -> header.getValue().stream().map(value -> header.getKey() + ": " + value))
                .sorted()
                .collect(Collectors.joining("\n"));
    }
}
