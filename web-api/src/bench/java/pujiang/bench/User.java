package pujiang.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * Somebody with a token who speaks HTTP with the exchange, by the plainest client of the JDK: the clients share the
 * processors with what is measured. Connections are kept alive, as many as there are clients.
 */
record User(URI exchange, String token) {

    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final int LIMIT = (int) Duration.ofSeconds(60).toMillis();

    static {
        System.setProperty("http.maxConnections", "64");
    }

    static User signedIn(URI exchange, String username, String password) throws IOException {
        return asking(exchange, username, password, "");
    }

    /** For the first time, since whoever has opened the account knows the password. */
    static User firstSignedIn(URI exchange, String username, String password, String own) throws IOException {
        return asking(exchange, username, password, ", \"next\": \"" + own + "\"");
    }

    private static User asking(URI exchange, String username, String password, String more) throws IOException {
        var nobody = new User(exchange, "");
        var body = "{\"username\": \"%s\", \"password\": \"%s\", \"name\": \"bench\", \"days\": 1%s}"
                .formatted(username, password, more);
        return new User(exchange, field(nobody.send("POST", "/api/v1/tokens", JSON, body), "token"));
    }

    String put(String path, String body) throws IOException {
        return send("PUT", path, JSON, body);
    }

    /** @param etag of what was read before */
    String revise(String path, String etag, String body) throws IOException {
        return send("PUT", path, Map.of("Content-Type", "application/json", "If-Match", etag), body);
    }

    String post(String path, String key, String body) throws IOException {
        return send("POST", path, Map.of("Content-Type", "application/json", "Idempotency-Key", key), body);
    }

    void upload(String path, String content) throws IOException {
        send("PUT", path, Map.of("Content-Type", "text/csv"), content);
    }

    String download(String path) throws IOException {
        return answer(connection("GET", path, Map.of()));
    }

    /** A text field of a JSON object, without reading the rest: the clients share the machine with the exchange. */
    static String field(String json, String name) {
        int start = json.indexOf("\"" + name + "\":\"");
        if (start < 0) throw new IllegalStateException("no " + name + " in " + json);
        int from = start + name.length() + 4;
        return json.substring(from, json.indexOf('"', from));
    }

    private String send(String method, String path, Map<String, String> headers, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var connection = connection(method, path, headers);
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(bytes.length);
        try (var out = connection.getOutputStream()) {
            out.write(bytes);
        }
        return answer(connection);
    }

    private HttpURLConnection connection(String method, String path, Map<String, String> headers) throws IOException {
        var connection = (HttpURLConnection) exchange.resolve(path).toURL().openConnection();
        connection.setRequestMethod(method);
        connection.setConnectTimeout(LIMIT);
        connection.setReadTimeout(LIMIT);
        if (!token.isEmpty()) connection.setRequestProperty("Authorization", "Bearer " + token);
        headers.forEach(connection::setRequestProperty);
        return connection;
    }

    private static String answer(HttpURLConnection connection) throws IOException {
        boolean done = connection.getResponseCode() / 100 == 2;
        try (var in = done ? connection.getInputStream() : connection.getErrorStream()) {
            var body = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            if (done) return body;
            throw new IOException(
                    "%s answered %d: %s".formatted(connection.getURL(), connection.getResponseCode(), body));
        }
    }
}
