package pujiang.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.util.Set;
import org.apache.shiro.web.mgt.DefaultWebSecurityManager;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import pujiang.app.security.Accounts;
import pujiang.app.security.Role;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;

/** What is kept in memory of whoever has asked. */
@ExchangeTest
class SessionsTest {

    private static final String PASSWORD = Newcomers.PASSWORD;

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    DefaultWebSecurityManager security;

    @Test
    void aProgramLeavesNoSessionBehindAndAPersonLeavesOne() throws Exception {
        var market = new Market(port, accounts);
        var token = market.staff(Role.OPERATOR);
        var username = fresh("person");
        Newcomers.open(accounts, username, null, Set.of(Role.OPERATOR));

        int before = sessions();

        for (int i = 0; i < 3; i++) market.get(token, "/participants").is(200);
        assertThat(sessions()).isEqualTo(before);
        market.get("no-token-of-anybody", "/participants").is(401);
        assertThat(sessions()).isEqualTo(before);
        new Browser(port).signIn(username, PASSWORD);
        assertThat(sessions()).isEqualTo(before + 1);
    }

    private int sessions() {
        return ((Sessions) security.getSessionManager())
                .getSessionDAO()
                .getActiveSessions()
                .size();
    }
}
