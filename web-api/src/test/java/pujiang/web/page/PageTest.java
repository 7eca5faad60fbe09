package pujiang.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;
import static pujiang.web.page.Gestures.signIn;

import com.microsoft.playwright.Page;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import pujiang.app.security.Accounts;
import pujiang.app.security.Role;
import pujiang.participant.ParticipantId;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.page.Chromium.NoChromium;
import pujiang.web.security.Newcomers;

/** A market, and people with browsers in it; none of their pages may complain. */
@ExchangeTest
@TestInstance(Lifecycle.PER_CLASS)
abstract class PageTest {

    /** Of a small telephone. */
    static final int NARROW = 375;

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    Market market;
    Browsers browsers;

    @BeforeAll
    @SuppressWarnings("NullAway.Init") // Where there is no browser, no test runs.
    void openTheMarket() {
        try {
            browsers = new Browsers(port);
        } catch (NoChromium none) {
            SkippedPages.skip(getClass(), String.valueOf(none.getMessage()));
        }
        market = new Market(port, accounts);
    }

    @AfterAll
    void closeTheBrowsers() {
        if (browsers != null) browsers.close();
    }

    @AfterEach
    void noPageHasComplained() {
        browsers.haveNothingToComplain();
    }

    /** @return the name of a new user */
    String user(@Nullable ParticipantId participant, Role... roles) {
        var username = fresh("page-user");
        Newcomers.open(accounts, username, participant, Set.of(roles));
        return username;
    }

    Page signedIn(@Nullable ParticipantId participant, Role... roles) {
        return signedIn(user(participant, roles));
    }

    Page signedIn(String username) {
        var page = browsers.reader("en-US");
        page.navigate("/sign-in");
        signIn(page, username, Newcomers.PASSWORD);
        assertThat(page.locator("h1")).hasText("My tasks");
        return page;
    }

    /** Nothing scrolls sideways, and every text is there in both languages. */
    static void fits(Page page, int width, String... paths) {
        page.setViewportSize(width, 800);
        for (var path : paths) {
            for (var language : new String[] {"zh", "en"}) {
                page.navigate(path + "?lang=" + language);
                assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                        .as("%s in %s", path, language)
                        .isEqualTo(0);
                assertThat(page.content()).as(path).doesNotContain("??");
            }
        }
    }
}
