package pujiang.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import pujiang.app.security.Role;
import pujiang.web.Sale;

/** The operator with a browser, and a store that is damaged and mended. */
@TestPropertySource(properties = "pujiang.log.origin=fsck.example/log") // An exchange that no other test writes to.
class FsckPageTest extends PageTest {

    @Autowired
    JdbcClient database;

    @Test
    void theOperatorHasTheStoreCheckedAndReadsWhatWasComparedAndFound() throws Exception {
        var listing = new Sale(market, "1.00").listing();
        var operator = signedIn(null, Role.OPERATOR);
        operator.locator("header nav a[href='/operations']").click();
        operator.locator("a[href='/operations/fsck']").click();
        assertThat(operator.locator("section[aria-labelledby=newest]")).containsText("Next nightly run");
        check(operator);
        found(operator, "no damage");
        assertThat(line(operator, "listings")).containsText("rows");
        screenshot(operator, "fsck-clean");

        database.sql("UPDATE listing_board SET state = 'lapsed' WHERE id = ?")
                .param(listing)
                .update();
        try {
            check(operator);
            found(operator, "damaged");
            assertThat(operator.locator("section[aria-labelledby=checks] tbody tr")
                            .first())
                    .containsText("Listing " + listing + " its state is lapsed and should be published");
            assertThat(line(operator, "listings")).containsText("Action the events are authoritative");
            screenshot(operator, "fsck-en");
            operator.navigate("/operations/fsck?lang=zh");
            assertThat(line(operator, "挂牌")).containsText("状态为 lapsed，应为 published");
            assertThat(line(operator, "挂牌")).containsText("处理办法 以事件为准");
            screenshot(operator, "fsck-zh");
            fits(operator, NARROW, "/operations/fsck");
            screenshot(operator, "fsck-narrow");
            operator.navigate("/operations?lang=en");
            assertThat(operator.locator("a[href='/operations/fsck'] + .badge")).hasText("damaged");
        } finally {
            database.sql("UPDATE listing_board SET state = 'published' WHERE id = ?")
                    .param(listing)
                    .update();
        }
        check(operator);
        found(operator, "no damage");
    }

    private static void found(Page page, String what) {
        assertThat(page.locator("section[aria-labelledby=checks] h2 .badge")).hasText(what);
    }

    private static void check(Page page) {
        page.navigate("/operations/fsck?lang=en");
        page.locator("section.moves button.act").click();
        assertThat(page.locator(".notice.good")).containsText("Check started.");
        var state = page.locator("section[aria-labelledby=newest] .badge");
        for (int attempt = 0; state.textContent().equals("running"); attempt++) {
            assertThat(attempt).as(page.content()).isLessThan(300);
            page.waitForTimeout(100);
            page.navigate("/operations/fsck");
        }
    }

    private static Locator line(Page page, String check) {
        return page.locator("section[aria-labelledby=checks] tbody tr:has(th > span:text-is('" + check + "'))");
    }

    private static void screenshot(Page page, String name) {
        page.screenshot(
                new ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "screenshots", name + ".png")));
    }
}
