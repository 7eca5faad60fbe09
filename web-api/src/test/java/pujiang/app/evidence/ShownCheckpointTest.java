package pujiang.app.evidence;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import pujiang.app.security.Accounts;
import pujiang.evidence.MerkleLog;
import pujiang.evidence.SigningKeys;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.evidence.GrownLog;

/** Those who keep checkpoints keep the exchange to its log. */
@ExchangeTest
@TestPropertySource(properties = "pujiang.log.origin=" + GrownLog.ORIGIN)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShownCheckpointTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private MerkleLog log;

    @Autowired
    private SigningKeys keys;

    @Autowired
    private LogHealth health;

    @Autowired
    private JdbcClient database;

    private GrownLog grown;

    @BeforeAll
    void twoTrades() throws Exception {
        grown = new GrownLog(log, keys, new Market(port, accounts));
    }

    @BeforeEach
    void nothingWaits() throws InterruptedException {
        grown.settle();
    }

    @AfterEach
    void nothingIsKept() {
        database.sql("DELETE FROM log_fork").update();
    }

    @Test
    void whoeverKeepsACheckpointIsShownThatTheLogStandsByIt() throws Exception {
        var answer = show(grown.first());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"from\":" + grown.size(grown.first()), "\"path\":[\"");
        assertThat(status()).isEqualTo("UP");
    }

    @Test
    void aCheckpointThatContradictsTheLogIsAForkAndIsTold() throws Exception {
        var answer = show(grown.signed(grown.size(grown.newest()) + 3, new byte[32]));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("log.fork");
        assertThat(show(grown.signed(1, new byte[32])).statusCode()).isEqualTo(409);
        assertThat(status()).isEqualTo("FORKED");
    }

    /** Anybody can say a number: only what the exchange has signed counts against it. */
    @Test
    void whatTheExchangeDidNotSignIsNoFork() throws Exception {
        for (var forged :
                List.of("", "nonsense", grown.first().replace("— ", "— x"), "a\n999999\nAAAA\n\n— a AAAA\n")) {
            var answer = show(forged);
            assertThat(answer.statusCode()).as(forged + answer.body()).isEqualTo(400);
        }
        assertThat(status()).isEqualTo("UP");
    }

    @Test
    void noLogIsConsistentWithNothing() throws Exception {
        new Market(port, accounts)
                .get(new Market(port, accounts).operator(), "/log/consistency?from=0&to=1")
                .is(400);
    }

    private String status() {
        return requireNonNull(health.health()).getStatus().getCode();
    }

    private HttpResponse<String> show(String note) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/log/consistency"))
                                .header("Content-Type", "text/plain; charset=UTF-8")
                                .POST(BodyPublishers.ofString(note))
                                .build(),
                        BodyHandlers.ofString());
    }
}
