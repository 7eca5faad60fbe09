package pujiang.web.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import pujiang.app.security.Accounts;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import tools.jackson.databind.json.JsonMapper;

/** What all answers have in common. */
@ExchangeTest
class AnswersTest {

    private final HttpClient http = HttpClient.newHttpClient();

    private final int port;
    private final Market market;

    AnswersTest(@LocalServerPort int port, @Autowired Accounts accounts) {
        this.port = port;
        this.market = new Market(port, accounts);
    }

    @Test
    void aRequestKeepsTheIdThatItsClientGave() throws Exception {
        var answer =
                send(request("/trades").header("X-Request-Id", "client-7.a_B").GET());

        assertThat(answer.headers().allValues("X-Request-Id")).containsExactly("client-7.a_B");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "two words",
                "a;b",
                "<script>",
                "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            })
    void anIdThatCouldDoHarmIsReplaced(String id) throws Exception {
        var answer = send(request("/trades").header("X-Request-Id", id).GET());

        assertThat(answer.headers().firstValue("X-Request-Id").orElseThrow())
                .isNotEqualTo(id)
                .matches("[a-z0-9-]{1,64}");
    }

    @Test
    void aProblemNamesItsRequest() throws Exception {
        var answer = send(request("/trades/nobody-has-it").GET());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(JsonMapper.shared().readTree(answer.body()).path("requestId").asString())
                .isEqualTo(answer.headers().firstValue("X-Request-Id").orElseThrow());
    }

    @Test
    void twoRequestsHaveTwoIds() throws Exception {
        var first = send(request("/me").GET()).headers().firstValue("X-Request-Id");
        var second = send(request("/me").GET()).headers().firstValue("X-Request-Id");

        assertThat(first).isPresent().isNotEqualTo(second);
    }

    @Test
    void whatIsCreatedStandsWhereItWasPut() throws Exception {
        var path = "/participants/" + Market.fresh("located");
        var application = Market.application("Located", Market.creditCode());

        var created = send(request(path).PUT(BodyPublishers.ofString(application)));
        var again = send(request(path).PUT(BodyPublishers.ofString(application)));

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.headers().firstValue("Location")).contains("/api/v1" + path);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void aReplayedAnswerSaysThatItIsOne() throws Exception {
        var participant = market.participant("replayed");
        var path = "/participants/" + participant.value() + "/suspension";
        var key = Market.fresh("key");

        var first = send(suspension(path, key));
        var second = send(suspension(path, key));

        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(second.body()).isEqualTo(first.body());
    }

    private HttpRequest.Builder suspension(String path, String key) {
        return request(path)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString("{\"reason\": \"papers are missing\"}"));
    }

    @Test
    void instantsHaveOnePrecision() throws Exception {
        var participant = market.participant("precise");
        var read = send(request("/participants/" + participant.value()).GET());

        assertThat(JsonMapper.shared().readTree(read.body()).path("since").asString())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
    }

    @Test
    void jsonIsCompressedForWhoTakesIt() throws Exception {
        var description = URI.create("http://localhost:" + port + "/openapi.json");

        var packed = send(HttpRequest.newBuilder(description)
                .header("Accept-Encoding", "gzip")
                .GET());

        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
                .header("Authorization", "Bearer " + market.operator())
                .header("Content-Type", "application/json");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
