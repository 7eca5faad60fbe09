package pujiang.web.security;

import static pujiang.web.Market.fresh;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import pujiang.app.security.Accounts;
import pujiang.app.security.Role;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;

/** Several exchanges may share a database. What one of them has ended is over in all of them, with the next request. */
@ExchangeTest
class TokenAtUseTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient database;

    private Market market;
    private String username = "";
    private String token = "";

    @BeforeEach
    void aTokenThatWasJustUsed() throws Exception {
        market = new Market(port, accounts);
        username = fresh("user");
        Newcomers.open(accounts, username, market.participant("delta"), Set.of(Role.VENDOR));
        token = accounts.issue(username, "here", Duration.ofDays(1)).token();
        market.get(token, "/me").is(200);
    }

    /** As another process writes it: nothing in this one hears of it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update access_token set revoked_at = utc_timestamp(6) where username = ?",
                "update access_token set expires_at = created_at where username = ?",
                "update user_account set epoch = epoch + 1 where username = ?",
                "update user_account set enabled = false where username = ?",
                "delete from access_token where username = ?"
            })
    void whatAnotherProcessHasEndedIsOver(String end) throws Exception {
        database.sql(end).param(username).update();

        market.get(token, "/me").is(401, "request.unauthenticated");
        market.put(token, "/products/" + fresh("none"), "{}").is(401);
    }

    @Test
    void whatAnotherProcessHasTakenAwayIsGone() throws Exception {
        var product = "/products/" + fresh("none");
        market.put(token, product, "{}").is(400);

        database.sql("update user_account set roles = 'BUYER' where username = ?")
                .param(username)
                .update();

        market.put(token, product, "{}").is(403);
    }
}
