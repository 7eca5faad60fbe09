package pujiang.web.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import pujiang.app.security.Accounts;
import pujiang.app.security.Role;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.Market.Answer;
import pujiang.web.Sale;
import tools.jackson.databind.JsonNode;

/** A recall of whose things one cannot be stopped, or is being written by somebody else at that time. */
@ExtendWith(OutputCaptureExtension.class)
@ExchangeTest
class BrokenRecallTest {

    private static final String REASON = "{\"reason\": \"seen by an operator\"}";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcTemplate database;

    @Autowired
    PlatformTransactionManager transactions;

    private Market market;
    private String officer;
    private Sale sale;
    private String whole;
    private String recall;

    @BeforeEach
    void aProductOnOffer() throws Exception {
        market = new Market(port, accounts);
        officer = market.staff(Role.COMPLIANCE_OFFICER);
        sale = new Sale(market, "5.00").deposit("100.00");
        whole = sale.listing();
        recall = "/recalls/" + fresh("recall");
    }

    @Test
    void oneListingThatCannotBeStoppedSavesNoOtherAndIsStoppedWhenItIsRepaired() throws Exception {
        var broken = copyWithoutTheSecondEvent();
        filed();

        var confirmed = confirmed().is(200);

        assertThat(confirmed.text("/state")).isEqualTo("confirmed");
        var named = step(confirmed.body(), broken);
        assertThat(named.path("taken").isNull()).isTrue();
        assertThat(named.path("postponed").asString()).contains("event 1 of Listing " + broken + " is missing");
        assertThat(step(confirmed.body(), whole).path("outcome").asString()).isEqualTo("done");
        assertThat(state(whole)).isEqualTo("suspended");
        sale.order(fresh("after")).is(409, "stop.stands");
        assertThat(market.get(officer, recall + "/file")
                        .is(200)
                        .body()
                        .path("events")
                        .toString())
                .contains("recall.measure-postponed");

        plant(broken, "= 1");
        atOnce();

        var completed = awaitCompleted();
        assertThat(step(completed, broken).path("outcome").asString()).isEqualTo("done");
        assertThat(step(completed, broken).path("postponed").isNull()).isTrue();
        assertThat(state(broken)).isEqualTo("suspended");
    }

    /** Contention is no failure: nobody is told, and the measure is taken when the other has ended. */
    @Test
    void aMeasureThatSomebodyElseStandsInTheWayOfStepsAsideQuietly(CapturedOutput output) throws Exception {
        var trade = fresh("recall-held");
        sale.order(trade).is(201);
        filed();
        var held = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        var holder = CompletableFuture.runAsync(() -> hold(trade, held, end), Thread::startVirtualThread);
        assertThat(held.await(30, TimeUnit.SECONDS)).isTrue();
        try {
            confirmed().is(200);
            awaitAside();
        } finally {
            end.countDown();
        }
        holder.get(30, TimeUnit.SECONDS);

        awaitCompleted();
        assertThat(output.getAll().lines().filter(line -> line.contains(name())))
                .noneMatch(line -> line.contains("ERROR"));
    }

    /** The row that every command on the trade writes, as another exchange on the same database would hold it. */
    private void hold(String trade, CountDownLatch held, CountDownLatch end) {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> {
            database.queryForList("SELECT id FROM trade_board WHERE id = ? FOR UPDATE", trade);
            held.countDown();
            try {
                assertThat(end.await(2, TimeUnit.MINUTES)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
    }

    private void awaitAside() throws InterruptedException {
        for (int attempt = 0; attempts() == null; attempt++) {
            assertThat(attempt).as("stepped aside within 60 s").isLessThan(600);
            Thread.sleep(100);
        }
        assertThat(attempts()).as("attempts that failed").isZero();
    }

    private @Nullable Integer attempts() {
        return database
                .queryForList(
                        "SELECT attempts FROM retry_item WHERE job = 'recalls' AND item = ?", Integer.class, name())
                .stream()
                .findFirst()
                .orElse(null);
    }

    private void filed() throws Exception {
        market.put(
                        officer,
                        recall,
                        """
                        {"kind": "LICENCE_LAPSED", "product": "%s", "reason": "letter", "evidence": "vault/12"}"""
                                .formatted(sale.product()))
                .is(201);
    }

    private Answer confirmed() throws Exception {
        var plan = market.get(officer, recall).is(200).text("/plan");
        return market.post(officer, recall + "/confirmation", "{\"plan\": \"" + plan + "\"}");
    }

    /** As an operator does who has repaired something. */
    private void atOnce() {
        database.update("DELETE FROM retry_item WHERE item = ?", name());
    }

    private JsonNode awaitCompleted() throws Exception {
        for (int attempt = 0; ; attempt++) {
            var read = market.get(officer, recall).is(200);
            if (read.text("/state").equals("completed")) return read.body();
            assertThat(attempt).as("completed within 60 s: %s", read.body()).isLessThan(600);
            Thread.sleep(100);
        }
    }

    private static JsonNode step(JsonNode recall, String listing) {
        return recall.path("measures")
                .valueStream()
                .filter(step -> step.at("/measure/listing").asString("").equals(listing))
                .findFirst()
                .orElseThrow();
    }

    private String state(String listing) throws Exception {
        return market.get(sale.vendor(), "/listings/" + listing).is(200).text("/listing/state");
    }

    private String name() {
        return recall.substring("/recalls/".length());
    }

    /** Of the listing of three events, which stays as it is. */
    private String copyWithoutTheSecondEvent() throws Exception {
        market.post(sale.vendor(), "/listings/" + whole + "/suspension", REASON).is(200);
        market.post(sale.vendor(), "/listings/" + whole + "/resumption", "").is(200);
        var copy = fresh("broken");
        plant(copy, "<> 1");
        var columns = "product, vendor, state, revision, listed_at, since, due_at, terms, decision";
        database.update(
                "INSERT INTO listing_board (id, " + columns + ") SELECT '" + copy + "', " + columns
                        + " FROM listing_board WHERE id = ?",
                whole);
        return copy;
    }

    private void plant(String copy, String numbers) {
        // As the row of another aggregate, which keeps everything but its name.
        unchecked(
                """
            INSERT INTO domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type, time_stamp,
                payload_type, payload_revision, payload, meta_data)
            SELECT UUID(), '%s', sequence_number, type, time_stamp, payload_type, payload_revision,
                REPLACE(payload, '%s', '%s'), meta_data
            FROM domain_event_entry WHERE aggregate_identifier = '%s' AND type = 'Listing' AND sequence_number %s"""
                        .formatted(copy, whole, copy, whole, numbers));
    }

    /** As a dump does it, which is read without checks. */
    private void unchecked(String sql) {
        database.execute((ConnectionCallback<Integer>) connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("SET foreign_key_checks = 0");
                var done = statement.executeUpdate(sql);
                statement.execute("SET foreign_key_checks = 1");
                return done;
            }
        });
    }
}
