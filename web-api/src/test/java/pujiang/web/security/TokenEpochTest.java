package pujiang.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pujiang.web.Market.fresh;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import pujiang.app.paging.CursorKey;
import pujiang.app.paging.Paging;
import pujiang.app.security.AccountRefusal;
import pujiang.app.security.Accounts;
import pujiang.app.security.AuthenticatedUser;
import pujiang.app.security.Role;
import pujiang.app.security.SignIns;
import pujiang.app.security.Source;
import pujiang.app.security.UserBoard;
import pujiang.app.security.UserBoard.Token;
import pujiang.digest.Sha256;
import pujiang.participant.ParticipantId;
import pujiang.refusal.Refused;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;

/** What was made of a password ends with that password's epoch, however close both come. */
@ExchangeTest
class TokenEpochTest {

    private static final String PASSWORD = Newcomers.PASSWORD;
    private static final String NEXT = "another pass phrase";
    private static final Duration DAY = Duration.ofDays(1);

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    SignIns signIns;

    @Autowired
    UserBoard users;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    @Autowired
    CursorKey key;

    private Market market;
    private String username;

    @BeforeEach
    void aUser() throws Exception {
        market = new Market(port, accounts);
        username = opened(market.participant("delta"));
    }

    /** What begins another epoch, given the account as it was. */
    static Stream<Arguments> ends() {
        return Stream.of(
                end(
                        "a reset",
                        (accounts, before) ->
                                accounts.resetPassword(before.caller().username(), "somebody", Source.HERE)),
                end("a change", (accounts, before) -> accounts.changePassword(before, PASSWORD, NEXT, Source.HERE)),
                end(
                        "a suspension",
                        (accounts, before) -> accounts.suspend(before.caller().username(), true)),
                end("a suspension that was lifted", (accounts, before) -> {
                    accounts.suspend(before.caller().username(), true);
                    accounts.reinstate(before.caller().username());
                }));
    }

    private static Arguments end(String name, BiConsumer<Accounts, AuthenticatedUser> deed) {
        return Arguments.argumentSet(name, deed);
    }

    @ParameterizedTest
    @MethodSource("ends")
    void whoWasVerifiedBeforeIsGivenNoTokenAfterwards(BiConsumer<Accounts, AuthenticatedUser> end) {
        var before = signIns.check(username, PASSWORD, Source.HERE).orElseThrow();

        end.accept(accounts, before);

        assertThatThrownBy(() -> accounts.issue(before, "late", DAY))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.refusal())
                        .isInstanceOf(AccountRefusal.SignInFailed.class));
        assertThat(accounts.stands(before)).isFalse();
    }

    /** As when the token is written in the moment before the other transaction is committed. */
    @ParameterizedTest
    @MethodSource("ends")
    void aTokenThatWasMadeInTheEpochBeforeIsNobodys(BiConsumer<Accounts, AuthenticatedUser> end) throws Exception {
        var before = signIns.check(username, PASSWORD, Source.HERE).orElseThrow();
        end.accept(accounts, before);

        var secret = writtenLate(before);

        market.get(secret, "/me").is(401, "request.unauthenticated");
        assertThat(accounts.tokens(username, Paging.of("/tokens", Map.of(), key))
                        .items())
                .isEmpty();
    }

    private String writtenLate(AuthenticatedUser before) {
        var secret = fresh("secret");
        var token = new Token(fresh("late"), username, "late", clock.instant().plus(DAY));
        var now = users.find(username).orElseThrow().epoch();
        database.sql("update user_account set epoch = ?, enabled = true where username = ?")
                .params(before.epoch(), username)
                .update();
        assertThat(users.insert(token, new Sha256().add(secret).bytes(), before.epoch(), clock.instant()))
                .isTrue();
        database.sql("update user_account set epoch = ? where username = ?")
                .params(now, username)
                .update();
        return secret;
    }

    @Test
    void theTokenWithWhichAPasswordIsChangedGoesOnAndNoOther() throws Exception {
        var here = accounts.issue(username, "here", DAY).token();
        var elsewhere = accounts.issue(username, "elsewhere", DAY).token();

        market.put(here, "/me/password", "{\"current\": \"%s\", \"next\": \"%s\"}".formatted(PASSWORD, NEXT))
                .is(204);

        market.get(here, "/me").is(200);
        market.get(elsewhere, "/me").is(401);
        assertThat(market.get(here, "/tokens").body()).hasSize(1);
    }

    /** Over HTTP and at the same time: whatever token comes of the old password, it is nobody's when the reset is done. */
    @Test
    void ofTokensThatAreAskedForBesideAResetNoneSurvives() throws Exception {
        for (int round = 0; round < 8; round++) {
            var user = opened(market.participant("race"));
            var start = new CyclicBarrier(4);
            var tokens = IntStream.range(0, 3)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(() -> asked(user, start), Thread::startVirtualThread))
                    .toList();
            start.await();
            accounts.resetPassword(user, "somebody", Source.HERE);

            for (var token : tokens) {
                for (var secret : token.join()) market.get(secret, "/me").is(401);
            }
        }
    }

    private List<String> asked(String user, CyclicBarrier start) {
        try {
            start.await();
            var answer = market.post(
                    "",
                    "/tokens",
                    "{\"username\": \"%s\", \"password\": \"%s\", \"name\": \"x\", \"days\": 90}"
                            .formatted(user, PASSWORD));
            return answer.status() == 201 ? List.of(answer.text("/token")) : List.of();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private String opened(ParticipantId participant) {
        var name = fresh("user");
        Newcomers.open(accounts, name, participant, Set.of(Role.VENDOR));
        return name;
    }
}
