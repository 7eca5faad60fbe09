package pujiang.host.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import pujiang.host.verify.Verify;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The operator of an exchange in another process, who has nothing but its address and the first password. */
record Operator(String address, String token) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Operator signedIn(String address, String password) throws Exception {
        var body = "{\"username\": \"operator\", \"password\": \"%s\", \"name\": \"test\", \"days\": 1}"
                .formatted(password);
        var answer = HTTP.send(
                HttpRequest.newBuilder(URI.create(address + "/tokens"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString(UTF_8));
        return new Operator(address, JSON.readTree(answer.body()).path("token").asString());
    }

    JsonNode path(String path) throws Exception {
        return JSON.readTree(get(path));
    }

    /** Whether the saved answer passes the offline check; the log may take a moment to number it. */
    boolean verified(String path) throws Exception {
        var out = new ArrayList<String>();
        var file = Files.createTempFile("evidence", ".json");
        try {
            for (int attempt = 0; attempt < 100; attempt++) {
                Files.writeString(file, get(path));
                if (new Verify(out::add, out::add).run(List.of(file.toString())) == 0) return true;
                Thread.sleep(100);
            }
            throw new AssertionError(out.toString());
        } finally {
            Files.delete(file);
        }
    }

    private String get(String path) throws Exception {
        return HTTP.send(
                        HttpRequest.newBuilder(URI.create(address + path))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        BodyHandlers.ofString(UTF_8))
                .body();
    }
}
