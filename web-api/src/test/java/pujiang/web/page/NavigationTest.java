package pujiang.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.page.Gestures.field;
import static pujiang.web.page.Gestures.press;
import static pujiang.web.page.Gestures.signIn;
import static pujiang.web.page.Gestures.write;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pujiang.app.security.Role;
import pujiang.web.security.Newcomers;

/** What stands above every page, and the way in. */
class NavigationTest extends PageTest {

    /** How many lines the links of the header stand on. */
    private static final String LINES = "new Set([...document.querySelectorAll('header.site a, header.site button')]"
            + ".map(each => Math.round((each.getBoundingClientRect().top"
            + " + each.getBoundingClientRect().bottom) / 20))).size";

    /** The officer has the most links. */
    @ParameterizedTest(name = "{0} {1} at {2} px")
    @CsvSource({
        "COMPLIANCE_OFFICER, en, 1000",
        "COMPLIANCE_OFFICER, en, 1100",
        "COMPLIANCE_OFFICER, zh, 1000",
        "COMPLIANCE_OFFICER, zh, 1100",
        "OPERATOR, en, 1000",
        "OPERATOR, zh, 1000",
        "COMPLIANCE_OFFICER, en, 390",
        "COMPLIANCE_OFFICER, zh, 390"
    })
    void theNavigationTakesALineBelowTheNameWhereThereIsRoom(Role role, String language, int width) {
        var page = browsers.reader("en-US");
        page.setViewportSize(width, 700);
        page.navigate("/sign-in");
        signIn(page, user(null, role), Newcomers.PASSWORD);
        page.navigate("/?lang=" + language);

        if (width >= 1000) assertThat(page.evaluate(LINES)).isEqualTo(2);
        assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                .isEqualTo(0);
    }

    @Test
    void whoHasLostThePasswordChoosesAnotherAtTheSignIn() throws Exception {
        var username = user(market.participant("lost"), Role.VENDOR);
        var initial = market.post(market.operator(), "/users/" + username + "/password-reset", "")
                .is(200)
                .text("/password");
        var page = browsers.reader("en-US");
        page.navigate("/trades?state=agreed");

        signIn(page, username, initial);
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("choose a new password");
        assertThat(field(page, "User name")).hasValue(username);
        choose(page, initial, initial);
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("12 to 200 characters");
        choose(page, initial, "my own pass phrase");

        assertThat(page).hasURL(Pattern.compile("/trades\\?state=agreed$"));
        press(page, Pattern.compile("^Sign out"));
        signIn(page, username, "my own pass phrase");
        assertThat(page.locator("h1")).hasText("My tasks");
    }

    private static void choose(Page page, String given, String own) {
        write(page, "Temporary password", given);
        write(page, "New password (at least 12 characters)", own);
        press(page, "Set password and sign in");
    }
}
