package pujiang.host.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One user's view of the exchange, over HTTP. */
final class ExchangeClient {

    /** Longer than a slow machine takes to compile the law, which the first question waits for. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final HttpClient http;
    private final JsonMapper json;
    private final URI exchange;
    private final String token;

    ExchangeClient(HttpClient http, JsonMapper json, URI exchange, String token) {
        this.http = http;
        this.json = json;
        this.exchange = exchange;
        this.token = token;
    }

    /** Empty where there is nothing of that name, or nothing for this user to see. */
    Optional<JsonNode> find(String path) {
        var answer = send(request(path).GET());
        return answer.statusCode() == 404 ? Optional.empty() : Optional.of(read(answer));
    }

    JsonNode get(String path) {
        return read(send(request(path).GET()));
    }

    JsonNode put(String path, Map<String, ?> content) {
        return read(send(request(path).PUT(body(content)).header("Content-Type", "application/json")));
    }

    /** Asks a question that changes nothing. */
    JsonNode ask(String path, Map<String, ?> content) {
        return read(send(request(path).POST(body(content)).header("Content-Type", "application/json")));
    }

    /** The key makes a repetition harmless, also after a crash between the answer and the next step. */
    JsonNode act(String path, String key, Map<String, ?> content) {
        return read(send(request(path)
                .POST(body(content))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "\"" + key + "\"")));
    }

    /** Sends a file as it is. */
    JsonNode upload(String path, long size, Supplier<InputStream> bytes, String mediaType) {
        var file = BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(bytes), size);
        return read(send(request(path).PUT(file).header("Content-Type", mediaType)));
    }

    /** Fetches a file; the address is absolute or begins with a slash. */
    void download(String address, Path target) {
        var fetch = HttpRequest.newBuilder(exchange.resolve(address))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .build();
        var answer = attempt(fetch, BodyHandlers.ofFile(target));
        if (answer.statusCode() != 200) throw new DemoFailed("the download answered " + answer.statusCode());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(exchange.resolve(path))
                .timeout(PATIENCE)
                .header("Accept", "application/json, application/problem+json")
                .header("Accept-Language", "en")
                .header("Authorization", "Bearer " + token);
    }

    private BodyPublisher body(Map<String, ?> content) {
        return BodyPublishers.ofByteArray(json.writeValueAsBytes(content));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        return attempt(request.build(), BodyHandlers.ofByteArray());
    }

    private <T> HttpResponse<T> attempt(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException e) {
            throw new DemoFailed("no answer to " + request.method() + " " + request.uri() + ": " + e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new DemoFailed("interrupted");
        }
    }

    private JsonNode read(HttpResponse<byte[]> answer) {
        JsonNode body = answer.body().length == 0 ? json.createObjectNode() : json.readTree(answer.body());
        if (answer.statusCode() / 100 == 2) return body;
        throw new DemoFailed("%s %s answered %d: %s"
                .formatted(answer.request().method(), answer.request().uri(), answer.statusCode(), body));
    }
}
