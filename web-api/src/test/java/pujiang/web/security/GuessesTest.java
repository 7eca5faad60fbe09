package pujiang.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import pujiang.app.security.AccountRefusal.SignInsSlowed;
import pujiang.app.security.Accounts;
import pujiang.app.security.GuessBoard;
import pujiang.app.security.Guesses;
import pujiang.app.security.Passwords;
import pujiang.app.security.Role;
import pujiang.app.security.SignIns;
import pujiang.app.security.Source;
import pujiang.app.security.Throttle;
import pujiang.app.security.UserBoard;
import pujiang.digest.Sha256;
import pujiang.refusal.Refused;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Guesses at passwords are slowed until they are useless, and the owner gets in all the while. */
@ExchangeTest
class GuessesTest {

    private static final String PASSWORD = Newcomers.PASSWORD;
    private static final AtomicInteger HOUSES = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    UserBoard users;

    @Autowired
    GuessBoard board;

    @Autowired
    Passwords passwords;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient database;

    private Market market;
    private String username;
    private SignIns signIns;

    @BeforeEach
    void aUser() {
        market = new Market(port, accounts);
        username = fresh("guessed");
        Newcomers.open(accounts, username, null, Set.of(Role.COMPLIANCE_OFFICER));
        signIns = process(Duration.ZERO);
    }

    @Test
    void sixWrongGuessesOfAStrangerKeepTheOwnerOutNeitherThereNorElsewhere() {
        var stranger = somewhere();
        for (int i = 0; i < 6; i++)
            assertThat(signsIn(signIns, stranger, "wrong")).isEqualTo("wrong");

        assertThat(signsIn(signIns, somewhere(), PASSWORD)).isEqualTo("in");
        assertThat(signsIn(signIns, stranger, PASSWORD)).isEqualTo("in");
    }

    @Test
    void everyFurtherGuessWaitsTwiceAsLongAndNoneForEver() {
        var throttle = Throttle.NAME_FROM_SOURCE;

        assertThat(IntStream.rangeClosed(5, 10).mapToObj(throttle::pause).map(Duration::toSeconds))
                .containsExactly(0L, 1L, 2L, 4L, 8L, 16L);
        assertThat(throttle.pause(1_000_000)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void guessesMadeSideBySideAndAtTwoProcessesAllCount() {
        var other = process(Duration.ZERO);
        var source = somewhere();
        var heard = IntStream.range(0, 24)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> signsIn(i % 2 == 0 ? signIns : other, source, "wrong"), Thread::startVirtualThread))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        var lookedAt = Collections.frequency(heard, "wrong");
        assertThat(lookedAt).isBetween(6, 16);
        assertThat(failures(username)).as("that and no more").containsOnly(lookedAt);
    }

    @Test
    void whoWasSlowedGetsInWhenTheTimeHasPassedAndADayLaterNothingIsLeft() {
        var source = somewhere();
        var said = "";
        for (int i = 0; i < 20 && !said.equals("slowed"); i++) said = signsIn(signIns, source, "wrong");

        assertThat(signsIn(signIns, source, PASSWORD)).isEqualTo("slowed");
        assertThat(signsIn(process(Duration.ofMinutes(1)), source, PASSWORD)).isEqualTo("in");
        assertThat(Throttle.SOURCE
                        .after(new Throttle.Count(500, Instant.EPOCH, Instant.EPOCH), Instant.now(), Instant.now())
                        .failures())
                .isEqualTo(1);
    }

    @Test
    void aSuccessForgetsTheFailuresBeforeItFromThere() {
        var source = somewhere();
        for (int i = 0; i < 15; i++) {
            var right = i % 5 == 4;
            assertThat(signsIn(signIns, source, right ? PASSWORD : "wrong")).isEqualTo(right ? "in" : "wrong");
        }
    }

    /** A little each, from many places: whoever has signed in from theirs before is not slowed with them. */
    @Test
    void strangersTogetherSlowStrangersAndNotTheOwner() {
        var home = somewhere();
        assertThat(signsIn(signIns, home, PASSWORD)).isEqualTo("in");
        var heard = "";
        for (int i = 0; i < 40 && !heard.equals("slowed"); i++) heard = signsIn(signIns, somewhere(), "wrong");

        assertThat(heard).isEqualTo("slowed");
        assertThat(signsIn(signIns, somewhere(), PASSWORD)).isEqualTo("slowed");
        assertThat(signsIn(signIns, home, PASSWORD)).isEqualTo("in");
    }

    @Test
    void oneWhoGuessesAtManyNamesIsSlowedAndWhoSignedInFromThereBeforeIsNot() {
        var shared = somewhere();
        assertThat(signsIn(signIns, shared, PASSWORD)).isEqualTo("in");
        sprayed(shared);

        assertThat(signsIn(signIns, fresh("nobody"), shared, "wrong")).isEqualTo("slowed");
        assertThat(signsIn(signIns, shared, PASSWORD)).isEqualTo("in");
    }

    /** As two hundred and ten wrong guesses leave it, without the time that they take. */
    private void sprayed(Source source) {
        var now = Instant.now();
        database.sql("insert into sign_in_guess values (?, null, 210, ?, ?) on duplicate key update failures = 210,"
                        + " next_at = values(next_at)")
                .params(
                        new Sha256().add("address " + source.address()).bytes(),
                        LocalDateTime.ofInstant(now, ZoneOffset.UTC),
                        LocalDateTime.ofInstant(now.plusSeconds(60), ZoneOffset.UTC))
                .update();
    }

    @Test
    void inABrowserThatIsKnownTheOwnerIsNotSlowedByStrangersAtTheSameAddress() throws Exception {
        var browser = new Browser(port);
        assertThat(browser.signIn(username, PASSWORD).statusCode()).isEqualTo(302);
        assertThat(browser.submit("/sign-out", Map.of(), browser.csrf()).statusCode())
                .isEqualTo(302);
        var heard = 401;
        for (int i = 0; i < 20 && heard == 401; i++)
            heard = token(username, "wrong").status();
        assertThat(heard).isEqualTo(429);

        var elsewhere = new Browser(port).signIn(username, PASSWORD);
        assertThat(elsewhere.statusCode()).isEqualTo(429);
        assertThat(elsewhere.headers().firstValueAsLong("Retry-After").orElse(0))
                .isPositive();
        assertThat(elsewhere.body()).contains("The account is not locked");

        assertThat(browser.signIn(username, PASSWORD).statusCode()).isEqualTo(302);
    }

    @Test
    void aBrowsersNameThatSomebodyMadeUpIsNone() {
        var source = somewhere();
        for (int i = 0; i < 24; i++) {
            var madeUp = new Source(source.address(), "A".repeat(20) + (char) ('A' + i) + "A");
            if (signsIn(signIns, madeUp, "wrong").equals("slowed")) return;
        }
        throw new AssertionError("24 guesses under made-up browsers were all looked at");
    }

    @Test
    void aNameThatIsNobodysHearsTheSame() throws Exception {
        var nobody = fresh("nobody");
        for (int i = 0; i < 5; i++) {
            var known = token(username, "wrong").is(401, "account.sign-in-failed");
            var unknown = token(nobody, "wrong").is(401, "account.sign-in-failed");
            assertThat(withoutRequest(unknown)).isEqualTo(withoutRequest(known));
        }
        for (var name : List.of(username, nobody))
            assertThat(failures(name)).as(name).containsOnly(5);
    }

    /** Each answer names its own request, whoever has asked. */
    private static ObjectNode withoutRequest(Market.Answer answer) {
        var body = (ObjectNode) answer.body().deepCopy();
        body.remove("requestId");
        return body;
    }

    @Test
    void aMistypedCurrentPasswordCountsOnce() throws Exception {
        var token = accounts.issue(username, "test", Duration.ofDays(1)).token();

        market.put(token, "/me/password", "{\"current\": \"mistyped it\", \"next\": \"the next pass phrase\"}")
                .is(403, "account.password-wrong");

        assertThat(failures(username)).containsOnly(1);
    }

    /** In that count and in that of strangers, of whom the user is one who has never signed in. */
    private List<Integer> failures(String name) {
        return database.sql("select failures from sign_in_guess where name_hash = ?")
                .param(new Sha256().add(name).bytes())
                .query((row, _) -> row.getInt("failures"))
                .list();
    }

    private Market.Answer token(String name, String password) throws Exception {
        var body = Map.of("username", name, "password", password, "name", "x", "days", 1);
        return market.post("", "/tokens", JsonMapper.shared().writeValueAsString(body));
    }

    private String signsIn(SignIns process, Source source, String password) {
        return signsIn(process, username, source, password);
    }

    private static String signsIn(SignIns process, String name, Source source, String password) {
        try {
            return process.check(name, password, source).isPresent() ? "in" : "wrong";
        } catch (Refused refused) {
            assertThat(refused.refusal()).isInstanceOf(SignInsSlowed.class);
            return "slowed";
        }
    }

    /** As another process of the same exchange, whose clock is later by that. */
    private SignIns process(Duration later) {
        var clock = Clock.offset(Clock.systemUTC(), later);
        return new SignIns(users, new Guesses(board, transactions, clock), passwords, clock);
    }

    private static Source somewhere() {
        return new Source("2001:db8:0:" + HOUSES.incrementAndGet() + "::/64", null);
    }
}
