package pujiang.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Somebody with a token who speaks HTTP with the exchange; connections are kept alive. */
record User(HttpClient http, URI exchange, String token) {

    static User signedIn(HttpClient http, URI exchange, String username, String password)
            throws IOException, InterruptedException {
        var nobody = new User(http, exchange, "");
        var body = "{\"username\": \"%s\", \"password\": \"%s\", \"name\": \"bench\", \"days\": 1}"
                .formatted(username, password);
        return new User(
                http,
                exchange,
                field(nobody.send(nobody.request("/api/v1/tokens").POST(json(body))), "token"));
    }

    String put(String path, String body) throws IOException, InterruptedException {
        return send(request(path).PUT(json(body)));
    }

    String post(String path, String key, String body) throws IOException, InterruptedException {
        return send(request(path).header("Idempotency-Key", key).POST(json(body)));
    }

    void upload(String path, String content) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(exchange.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "text/csv")
                .PUT(BodyPublishers.ofString(content)));
    }

    String download(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /** A text field of a JSON object, without reading the rest: the clients share the machine with the exchange. */
    static String field(String json, String name) {
        int start = json.indexOf("\"" + name + "\":\"");
        if (start < 0) throw new IllegalStateException("no " + name + " in " + json);
        int from = start + name.length() + 4;
        return json.substring(from, json.indexOf('"', from));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(exchange.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private static HttpRequest.BodyPublisher json(String body) {
        return BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.UTF_8));
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return new String(bytes(request).body(), StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> bytes(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() / 100 == 2) return answer;
        throw new IOException("%s answered %d: %s"
                .formatted(
                        answer.request().uri(),
                        answer.statusCode(),
                        new String(answer.body(), StandardCharsets.UTF_8)));
    }
}
