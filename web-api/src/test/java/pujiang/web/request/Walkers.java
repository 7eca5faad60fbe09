package pujiang.web.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.springframework.jdbc.core.simple.JdbcClient;
import pujiang.app.security.Accounts;
import pujiang.web.Market;
import pujiang.web.security.AccessCast;
import pujiang.web.security.AccessDrafts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Several who walk the interface side by side, each with people and things of its own. */
final class Walkers {

    private static final int AT_ONCE = 4;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final List<AccessCast> casts = new ArrayList<>();

    /** Done by one of them. */
    interface Work<T> {
        void on(T item, AccessCast cast) throws Exception;
    }

    Walkers(int port, Accounts accounts, JdbcClient database) throws Exception {
        this.port = port;
        var drafts = new AccessDrafts(new Market(port, accounts));
        for (int i = 0; i < AT_ONCE; i++)
            casts.add(new AccessCast(new Market(port, accounts), accounts, database, drafts));
    }

    List<AccessCast> casts() {
        return casts;
    }

    <T> void sideBySide(List<T> items, Work<T> work) throws Exception {
        var queue = new ConcurrentLinkedQueue<>(items);
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var running = casts.stream()
                    .map(cast -> threads.submit(() -> {
                        for (var item = queue.poll(); item != null; item = queue.poll()) work.on(item, cast);
                        return cast;
                    }))
                    .toList();
            for (var each : running) each.get();
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    JsonNode json(String path, String token) throws Exception {
        return JSON.readTree(
                send(request(path).header("Authorization", "Bearer " + token)).body());
    }

    int put(String path, String token, String body) throws Exception {
        return sound(request("/api/v1" + path).PUT(BodyPublishers.ofString(body)), token);
    }

    int post(String path, String token, String body) throws Exception {
        return sound(request("/api/v1" + path).POST(BodyPublishers.ofString(body)), token);
    }

    private int sound(HttpRequest.Builder request, String token) throws Exception {
        var answer = send(request.header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", Market.fresh("key")));
        assertThat(answer.statusCode()).as(answer.uri() + ": " + answer.body()).isLessThan(500);
        return answer.statusCode();
    }

    /** All items of a list, to its last page. */
    List<JsonNode> items(String path, String token) throws Exception {
        var items = new ArrayList<JsonNode>();
        for (var page : pages(path, token)) JSON.readTree(page).path("items").forEach(items::add);
        return items;
    }

    /** All pages of a list, each of which is there. */
    List<String> pages(String path, String token) throws Exception {
        var pages = new ArrayList<String>();
        for (var at = path; !at.isEmpty(); ) {
            var answer = send(request(at).header("Authorization", "Bearer " + token));
            assertThat(answer.statusCode()).as(at + ": " + answer.body()).isEqualTo(200);
            pages.add(answer.body());
            var link = answer.headers().firstValue("Link").orElse("");
            at = link.contains("rel=\"next\"") ? link.substring(link.indexOf('<') + 1, link.indexOf('>')) : "";
        }
        return pages;
    }

    static String coded(String value) {
        return URLEncoder.encode(value, UTF_8).replace("+", "%20");
    }
}
