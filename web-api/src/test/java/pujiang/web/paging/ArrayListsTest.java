package pujiang.web.paging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import pujiang.app.security.Accounts;
import pujiang.app.security.Role;
import pujiang.participant.ParticipantId;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.security.Newcomers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lists that are answered as arrays are read in pages as well, by the Link header alone. */
@ExchangeTest
@TestInstance(Lifecycle.PER_CLASS)
class ArrayListsTest {

    private static final Pattern NEXT = Pattern.compile("^<([^>]+)>; rel=\"next\"$");

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    private ParticipantId participant;
    private String username;
    private String vendor;

    @BeforeAll
    void aVendor() throws Exception {
        var market = new Market(port, accounts);
        participant = market.participant("paged");
        username = fresh("paged-user");
        Newcomers.open(accounts, username, participant, Set.of(Role.VENDOR));
        vendor = accounts.issue(username, "first", Duration.ofDays(1)).token();
    }

    @Test
    void theEventsOfAParticipant() throws Exception {
        assertPaged("/api/v1/participants/" + participant + "/events");
    }

    @Test
    void uploadedFiles() throws Exception {
        for (int i = 0; i < 3; i++) upload(fresh("a file"));

        assertPaged("/api/v1/contents");
    }

    @Test
    void tokens() throws Exception {
        for (int i = 0; i < 2; i++) {
            var _ = accounts.issue(username, fresh("program"), Duration.ofDays(1));
        }

        assertPaged("/api/v1/tokens");
    }

    /** One by one they are the same as all at once. */
    private void assertPaged(String list) throws Exception {
        var whole = json.readTree(get(list).body());
        assertThat(whole.size()).isGreaterThan(2);
        var seen = new ArrayList<JsonNode>();
        for (var next = list + "?limit=1"; next != null; ) {
            var answer = get(next);
            json.readTree(answer.body()).forEach(seen::add);
            assertThat(seen).hasSizeLessThanOrEqualTo(whole.size());
            var link = NEXT.matcher(answer.headers().firstValue("Link").orElse(""));
            next = link.find() ? link.group(1) : null;
        }
        assertThat(seen).isEqualTo(List.copyOf(whole.valueStream().toList()));
    }

    private void upload(String content) throws Exception {
        var digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8)));
        var answer = send(request("/api/v1/contents/" + digest).PUT(BodyPublishers.ofString(content)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private HttpResponse<String> get(String path) throws Exception {
        var answer = send(request(path).GET());
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
        return answer;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", fresh("key"))
                .header("Authorization", "Bearer " + vendor);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
