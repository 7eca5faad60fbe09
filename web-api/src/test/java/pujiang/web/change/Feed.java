package pujiang.web.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import pujiang.web.DescribedAnswers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that keeps a copy: it follows the links of the feed until there is no more for now. */
final class Feed {

    private static final Pattern NEXT = Pattern.compile("^<(/api/v1/changes[^>]+)>; rel=\"next\"$");

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final int port;
    private final String token;
    private String next = "/api/v1/changes?limit=7";

    Feed(int port, String token) {
        this.port = port;
        this.token = token;
    }

    /** What is new since the last time. */
    List<JsonNode> read() throws Exception {
        var seen = new ArrayList<JsonNode>();
        for (boolean more = true; more; ) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + next))
                    .header("Authorization", "Bearer " + token);
            var answer = http.send(request.build(), BodyHandlers.ofString());
            DescribedAnswers.check(answer);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            var changes = json.readTree(answer.body());
            changes.get("items").forEach(seen::add);
            more = changes.get("more").asBoolean();
            var link = NEXT.matcher(answer.headers().firstValue("Link").orElse(""));
            assertThat(link.find()).as("a link while more follow").isEqualTo(more);
            next = "/api/v1/changes?limit=7&after=" + changes.get("position").asLong();
            if (more) assertThat(link.group(1)).isEqualTo(next);
        }
        return seen;
    }

    /** The events that are new, of one thing. */
    List<String> events(String kind, String id) throws Exception {
        return read().stream()
                .filter(change -> change.get("kind").asString().equals(kind)
                        && change.get("id").asString().equals(id))
                .map(change -> change.get("event").asString())
                .toList();
    }
}
