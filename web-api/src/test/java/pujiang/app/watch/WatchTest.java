package pujiang.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import pujiang.app.security.Accounts;
import pujiang.app.security.Role;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.Sale;
import tools.jackson.databind.JsonNode;

/**
 * The law asked after a trade, over HTTP, with the law as it is; only the day is brought forward. The timer is waited for
 * once; what it does every few seconds is done by hand for the rest.
 */
@ExchangeTest
class WatchTest {

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    @Autowired
    PostTradeReviewJob postTradeReviewJob;

    @Test
    void theLawIsAskedAgainWhileTheDataIsHeldAndASecondTimeIsNoNews() throws Exception {
        var market = new Market(port, accounts);
        var sale = new Sale(market, "100.00");
        var trade = sale.completed("watched 1");

        bringForward(trade);
        var said = answered(market, sale, trade);
        assertThat(said.get(0).path("gate").asString()).isEqualTo("POST");
        assertThat(said.get(0).path("decision").asString()).isEqualTo("ALLOW");
        assertThat(said.get(0).path("missing")).isEmpty();
        assertThat(waiting(market, market.staff(Role.COMPLIANCE_OFFICER), trade))
                .as("nothing is left to an officer")
                .isEmpty();
        bringForward(trade);
        postTradeReviewJob.run(() -> true);
        awaitAsked(trade);
        assertThat(market.get(sale.buyer(), "/trades/" + trade + "/afterwards").body())
                .as("the same answer again is not recorded")
                .hasSize(1);
    }

    /** A party that reports a doubt knows no more than that, so the law leaves it to an officer. */
    @Test
    void whatTheLawLeavesOpenWaitsForAnOfficerUntilOneHasSaidWhatCameOfIt() throws Exception {
        var market = new Market(port, accounts);
        var officer = market.staff(Role.COMPLIANCE_OFFICER);
        var sale = new Sale(market, "100.00");
        var trade = sale.completed("watched 2");
        bringForward(trade);
        postTradeReviewJob.run(() -> true);
        awaitAsked(trade);
        market.post(sale.vendor(), "/trades/" + trade + "/incidents", doubt()).is(200);
        var said = answered(market, sale, trade).get(1);
        assertThat(said.at("/missing/0").asString()).isEqualTo("incident.piLeak");
        var open = waiting(market, officer, trade).orElseThrow();
        var digest = open.at("/decision/digest").asString();
        assertThat(digest).isEqualTo(said.path("digest").asString());
        var address = "/trades/" + trade + "/afterwards/resolution";

        market.post(officer, address, resolution("sha-256:" + "0".repeat(64))).is(409, "watch.answer-changed");
        market.post(officer, address, resolution("yesterday's")).is(400, "request.invalid");
        market.post(sale.buyer(), address, resolution(digest)).is(403, "request.forbidden");
        market.post(officer, address, resolution(digest)).is(200);

        assertThat(waiting(market, officer, trade)).isEmpty();
        var told = market.get(sale.buyer(), "/trades/" + trade + "/afterwards/resolutions")
                .is(200);
        assertThat(told.text("/0/ground")).isEqualTo("no incident is known");
        assertThat(told.text("/0/decision")).isEqualTo(digest);
        mustReadNoEvidence(market, sale, trade);
        var kept = market.get(officer, "/trades/" + trade + "/afterwards/resolutions");
        assertThat(kept.is(200).text("/0/evidence")).isEqualTo("vault/9");
        market.post(officer, address, resolution(digest)).is(409, "watch.nothing-open");
        bringForward(trade);
        postTradeReviewJob.run(() -> true);
        awaitAsked(trade);
        assertThat(waiting(market, officer, trade)).as("the same answer again").isEmpty();
    }

    /** It is a note of the exchange for itself, and its officer is named by office. */
    private static void mustReadNoEvidence(Market market, Sale sale, String trade) throws Exception {
        for (var party : List.of(sale.buyer(), sale.vendor())) {
            var told = market.get(party, "/trades/" + trade + "/afterwards/resolutions")
                    .is(200)
                    .body()
                    .get(0);
            assertThat(told.path("evidence").isNull()).as(told.toString()).isTrue();
            assertThat(told.path("officer").asString()).isEqualTo("exchange/COMPLIANCE_OFFICER");
        }
    }

    private static String doubt() {
        return """
                {"what": "a disk is missing", "since": "%s", "reported": false, "subjectsNotified": false}"""
                .formatted(Instant.now());
    }

    private static String resolution(String decision) {
        return "{\"decision\": \"%s\", \"ground\": \"no incident is known\", \"evidence\": \"vault/9\"}"
                .formatted(decision);
    }

    private static Optional<JsonNode> waiting(Market market, String officer, String trade) throws Exception {
        var page = market.get(officer, "/afterwards?limit=200").is(200).body();
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .filter(open -> open.path("trade").asString().equals(trade))
                .findFirst();
    }

    private JsonNode answered(Market market, Sale sale, String trade) throws Exception {
        for (int attempt = 0; attempt < 200; attempt++) {
            var said = market.get(sale.buyer(), "/trades/" + trade + "/afterwards")
                    .is(200)
                    .body();
            if (!said.isEmpty()) return said;
            Thread.sleep(100);
        }
        throw new AssertionError("not asked after 20 s");
    }

    /** Once it is watched, which a follower brings about a moment after the delivery. */
    private void bringForward(String trade) throws Exception {
        for (int attempt = 0; attempt < 200; attempt++) {
            int rows = database.sql("UPDATE watch_board SET next_at = '2000-01-01' WHERE trade = ?")
                    .param(trade)
                    .update();
            if (rows == 1) return;
            Thread.sleep(100);
        }
        throw new AssertionError("not watched after 20 s");
    }

    private void awaitAsked(String trade) throws Exception {
        for (int attempt = 0; attempt < 200; attempt++) {
            var late = database.sql("SELECT COUNT(*) FROM watch_board WHERE trade = ? AND next_at < ?")
                    .params(trade, Timestamp.valueOf("2001-01-01 00:00:00"))
                    .query(Long.class)
                    .single();
            if (late == 0) return;
            Thread.sleep(100);
        }
        throw new AssertionError("not asked again after 20 s");
    }
}
