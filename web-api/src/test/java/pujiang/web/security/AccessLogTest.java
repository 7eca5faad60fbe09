package pujiang.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import pujiang.app.board.Period;
import pujiang.app.clock.ClockMonitor;
import pujiang.app.security.Access;
import pujiang.app.security.Access.Kind;
import pujiang.app.security.AccessBoard;
import pujiang.app.security.AccessPurge;
import pujiang.app.security.Accounts;
import pujiang.app.security.EndedTokenBoard;
import pujiang.app.security.Role;
import pujiang.app.security.UserBoard;
import pujiang.app.security.UserBoard.Token;
import pujiang.digest.Sha256;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.Sale;
import tools.jackson.databind.JsonNode;

/** Who came to what, and was let in or refused; for as long as the law asks, and no longer than the exchange says. */
@ExchangeTest
class AccessLogTest {

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    AccessBoard board;

    @Autowired
    ClockMonitor watch;

    @Autowired
    UserBoard users;

    @Autowired
    EndedTokenBoard ended;

    @Autowired
    JdbcClient database;

    private Market market;
    private String username;

    @BeforeEach
    void somebody() throws Exception {
        market = new Market(port, accounts);
        username = fresh("logged");
        Newcomers.open(accounts, username, market.participant("logged"), Set.of(Role.VENDOR));
    }

    @Test
    void signInsAreKeptTheFailedOnesTooAndNoPasswordIs() throws Exception {
        market.post("", "/tokens", signIn("a wrong pass phrase")).is(401);
        market.post("", "/tokens", signIn(Newcomers.PASSWORD)).is(201);
        var browser = new Browser(port);
        browser.signIn(username, Newcomers.PASSWORD);

        var kept = kept(3);

        assertThat(kinds(kept)).containsExactly("SIGNED_IN", "SIGNED_IN", "SIGN_IN_FAILED");
        assertThat(kept.getFirst().path("path").asString()).isEqualTo("/sign-in");
        assertThat(kept.getFirst().path("source").asString()).isNotEmpty();
        assertThat(kept.toString()).doesNotContain("pass phrase");
    }

    @Test
    void whatSomebodyReadsOfTradesAndWhereTheyAreRefusedIsKeptAndTheCatalogueIsNot() throws Exception {
        var token = accounts.issue(username, "test", Duration.ofDays(1)).token();
        var trade = fresh("logged-trade");
        var sale = new Sale(market, "10.00").deposit("100.00");
        sale.order(trade).is(201);

        market.get(token, "/listings").is(200);
        market.get(token, "/me").is(200);
        market.get(token, "/obligations?state=open").is(200);
        market.get(token, "/trades/" + trade).is(404);
        market.get(token, "/ledger/trial-balance").is(403);

        var kept = kept(3);
        assertThat(kinds(kept)).containsExactly("REFUSED", "REFUSED", "READ");
        assertThat(kept.get(1).path("path").asString()).isEqualTo("/api/v1/trades/" + trade);
        assertThat(kept.get(2).path("path").asString()).isEqualTo("/api/v1/obligations");
        assertThat(kept.get(2).path("participant").asString()).startsWith("logged-");
    }

    @Test
    void theSecretOfADownloadIsNotKept() throws Exception {
        var sale = new Sale(market, "10.00").deposit("100.00");
        var trade = fresh("logged-trade");
        sale.order(trade).is(201);
        sale.deliver(trade, "hour,pm\n2013-01-01T00:00,87\n" + trade).is(200);
        var link = market.post(sale.buyer(), "/trades/" + trade + "/downloads", "")
                .is(201)
                .text("/url");
        market.bytes(sale.buyer(), link.substring("/api/v1".length()));
        username = market.get(sale.buyer(), "/me").text("/username");

        var kept = kept(1);

        assertThat(kept.getFirst().path("path").asString()).isEqualTo("/api/v1/downloads/{token}");
    }

    @Test
    void itIsKeptForTheMonthsThatAreSetAndForSixAtLeast() {
        var now = Instant.parse("2026-11-29T10:00:00Z");
        assertThat(new AccessPurge(board, watch, 12).keptFrom(now)).isEqualTo("2025-11-29T10:00:00Z");
        assertThat(new AccessPurge(board, watch, 1).keptFrom(now)).isEqualTo("2026-05-29T10:00:00Z");
        var old = new Access(
                0, Instant.parse("2001-01-01T00:00:00Z"), Kind.READ, username, null, "192.0.2.1", "GET", "/x", 200);
        board.add(List.of(old));

        assertThat(board.forgetBefore(Instant.parse("2001-01-02T00:00:00Z"), 500))
                .isEqualTo(1);
        assertThat(board.list(username, null, Period.ALWAYS, Optional.empty(), 10))
                .isEmpty();
    }

    @Test
    void tokensThatHaveEndedAreForgottenAndOthersAreNot() {
        var now = Clock.systemUTC().instant();
        var live = accounts.issue(username, "live", Duration.ofDays(90));
        var old = new Token(fresh("old"), username, "old", Instant.parse("2001-01-01T00:00:00Z"));
        users.insert(old, new Sha256().add(fresh("secret")).bytes(), 0, now);

        ended.forgetEndedBefore(Instant.parse("2001-01-02T00:00:00Z"), 500);

        assertThat(database.sql("select id from access_token where username = ?")
                        .param(username)
                        .query(String.class)
                        .list())
                .containsExactly(live.id());
    }

    /** What the user is in, once so much has been written, which is done once a second. */
    private List<JsonNode> kept(int entries) throws Exception {
        for (int attempt = 0; attempt < 300; attempt++) {
            var rows = new ArrayList<JsonNode>();
            market.get(market.operator(), "/access-log?username=" + username)
                    .is(200)
                    .body()
                    .path("items")
                    .forEach(rows::add);
            if (rows.size() >= entries) return rows;
            Thread.sleep(100);
        }
        throw new AssertionError("not written after 30 s");
    }

    private static List<String> kinds(List<JsonNode> kept) {
        return kept.stream().map(row -> row.path("kind").asString()).toList();
    }

    private String signIn(String password) {
        return "{\"username\": \"%s\", \"password\": \"%s\", \"name\": \"x\", \"days\": 1}"
                .formatted(username, password);
    }
}
