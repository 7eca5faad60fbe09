package pujiang.web.idempotency;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an action answered, in the bytes that went out: a replay is the same answer, not one that looks like it.
 *
 * @param headers one a line, as in HTTP
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by content: see equals.
record Answer(int status, String headers, byte[] body) {

    static Answer of(ResponseEntity<?> response, JsonMapper json) {
        var headers = new HttpHeaders();
        headers.putAll(response.getHeaders());
        var content = response.getBody();
        if (content != null && headers.getContentType() == null) headers.setContentType(MediaType.APPLICATION_JSON);
        return new Answer(
                response.getStatusCode().value(),
                lines(headers),
                content == null ? new byte[0] : json.writeValueAsBytes(content));
    }

    private static String lines(HttpHeaders headers) {
        return headers.headerSet().stream()
                .flatMap(header -> header.getValue().stream().map(value -> header.getKey() + ": " + value))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    ResponseEntity<byte[]> response() {
        var response = ResponseEntity.status(status);
        headers.lines().map(line -> line.split(": ", 2)).forEach(header -> response.header(header[0], header[1]));
        return body.length == 0 ? response.build() : response.body(body);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Answer answer
                && status == answer.status
                && headers.equals(answer.headers)
                && Arrays.equals(body, answer.body);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * status + headers.hashCode()) + Arrays.hashCode(body);
    }
}
