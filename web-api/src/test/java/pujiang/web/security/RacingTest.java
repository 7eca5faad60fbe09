package pujiang.web.security;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import pujiang.app.security.Accounts;
import pujiang.web.Drafts;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.Market.Answer;
import pujiang.web.security.AccessTable.Row;

/** The same request at the same time: one creates, the others find it there or come too early, and nobody breaks. */
@ExchangeTest
@TestInstance(Lifecycle.PER_CLASS)
class RacingTest {

    private static final int RACERS = 4;
    private static final int ROUNDS = 5;

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    private Market market;
    private AccessCast cast;

    @BeforeAll
    void everybodyIsThere() throws Exception {
        market = new Market(port, accounts);
        cast = new AccessCast(market, accounts, database);
    }

    static Stream<Row> creations() {
        return AccessTable.read().rows().stream()
                .filter(row -> row.call().startsWith("PUT ") && row.path().contains("=new}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("creations")
    void ofTheSameCreationsAtOnceExactlyOneCreates(Row row) throws Exception {
        var token = cast.token(row.admitted());
        for (int round = 0; round < ROUNDS; round++) {
            var things = cast.freshThings(row.admitted());
            var path = things.filled(row.path()).substring("/api/v1".length());
            var body = things.body(row.body());

            var answers = atOnce(() -> put(row, token, path, body));

            assertThat(answers).as("%s, round %d", path, round).allMatch(answer -> List.of(200, 201, 409)
                    .contains(answer.status()));
            assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() == 409)
                    .allSatisfy(late -> late.is(409, "request.changed-meanwhile"));
            put(row, token, path, body).is(200);
        }
    }

    private Answer put(Row row, String token, String path, String body) throws Exception {
        return row.body().equals("@draft")
                ? new Drafts(port).put(token, path.substring("/rule-drafts/".length()), body.getBytes(ISO_8859_1))
                : market.put(token, path, body);
    }

    /** Its book is kept as well, which that of a draft with faults is not. */
    @Test
    void ofTheSameSoundDraftAtOnceExactlyOneIsCreated() throws Exception {
        var drafts = new Drafts(port);
        var zip = Drafts.zip(Drafts.oneInstrumentOnAdmission());
        var draft = fresh("race");
        var token = cast.token("officer");

        var answers = atOnce(() -> drafts.put(token, draft, zip));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() != 201).allSatisfy(late -> {
            if (late.status() != 200) late.is(409, "request.changed-meanwhile");
        });
        assertThat(drafts.put(token, draft, zip).is(200).body().path("faults")).isEmpty();
    }

    @Test
    void ofDifferentOrdersUnderOneIdAtOnceOneIsConcluded() throws Exception {
        var things = cast.freshThings("vendor");
        var good = things.body("@order");
        var path = "/trades/" + fresh("race");
        var token = cast.token("buyer");

        var answers = atOnce(() -> market.put(
                token,
                path,
                good.replace("forecast", "forecast " + Thread.currentThread().threadId())));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() != 201).allSatisfy(late -> {
            late.is(409);
            assertThat(late.text("/code")).isIn("trade.already-ordered", "request.changed-meanwhile");
        });
    }

    /** As another program would that works on the same row for longer than anybody waits. */
    @Test
    void whoWaitsForALockInVainIsToldToComeBack() throws Exception {
        var username = cast.freshThings("vendor").filled("{colleague}");
        var held = new CyclicBarrier(2);
        var holder = CompletableFuture.runAsync(() -> hold(username, held));
        held.await();

        var answer = market.post(cast.operator(), "/users/" + username + "/suspension", "");
        held.await();

        assertThat(answer.status()).as(answer.body().toString()).isIn(409, 503);
        assertThat(answer.body().get("retry").asBoolean()).isTrue();
        holder.join();
        market.post(cast.operator(), "/users/" + username + "/suspension", "").is(200);
    }

    private void hold(String username, CyclicBarrier held) {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> {
            database.sql("select * from user_account where username = ? for update")
                    .param(username)
                    .query((row, _) -> row.getString("username"))
                    .single();
            try {
                held.await();
                // Until the other has its answer.
                held.await(30, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }

    private List<Market.Answer> atOnce(Callable<Market.Answer> request) {
        var start = new CyclicBarrier(RACERS);
        return IntStream.range(0, RACERS)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> started(start, request), Thread::startVirtualThread))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }

    private static Market.Answer started(CyclicBarrier start, Callable<Market.Answer> request) {
        try {
            start.await();
            return request.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
