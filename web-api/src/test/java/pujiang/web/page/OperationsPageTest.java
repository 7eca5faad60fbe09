package pujiang.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import pujiang.app.security.Role;

/** The operator with a browser, and work that has failed. */
class OperationsPageTest extends PageTest {

    @Autowired
    JdbcClient database;

    @Test
    void theOperatorSeesWhatFailedAndDiscardsAnEventWithAReasonOnThePageAlone() throws Exception {
        var thing = fresh("unknown-thing");
        parked(thing);
        var operator = signedIn(null, Role.OPERATOR);
        operator.locator("header nav a[href='/operations']").click();
        var row = operator.locator("section[aria-labelledby=parked] tbody tr")
                .filter(new FilterOptions().setHasText(thing))
                .filter(new FilterOptions().setHasText("obligations"));
        for (int attempt = 0; row.count() == 0 || !row.textContent().contains("no such event"); attempt++) {
            assertThat(attempt).as(operator.content()).isLessThan(200);
            operator.waitForTimeout(100);
            operator.navigate("/operations");
        }
        assertThat(row).containsText("product.never-known");
        assertThat(operator.locator("section[aria-labelledby=jobs]")).containsText("deadlines");
        screenshot(operator, "operations-en");

        var discard = row.locator("details").last();
        discard.locator("summary").click();
        discard.getByLabel("Reason").fill("the release that wrote it was withdrawn");
        discard.getByRole(AriaRole.BUTTON).click();
        assertThat(operator.locator(".notice.good")).containsText("Event discarded.");
        assertThat(row).hasCount(0);
        assertThat(operator.locator("section[aria-labelledby=acts]"))
                .containsText("the release that wrote it was withdrawn");
        operator.navigate("/operations?lang=zh");
        screenshot(operator, "operations-zh");
        fits(operator, NARROW, "/operations");
        screenshot(operator, "operations-narrow");
        market.discardParked(thing);
    }

    @Test
    void whoDoesNotRunTheExchangeHasNoLinkToIt() {
        assertThat(signedIn(null, Role.COMPLIANCE_OFFICER).locator("header nav a[href='/operations']"))
                .hasCount(0);
    }

    /** An event of a later release, which this one does not know. */
    private void parked(String thing) {
        database.sql(
                        """
                        INSERT INTO domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type,
                            time_stamp, payload_type, payload_revision, payload, meta_data)
                        VALUES (UUID(), ?, 0, 'Product', '2026-11-29T12:00:00Z', 'product.never-known', '1',
                            '{}', '{}')""")
                .param(thing)
                .update();
    }

    private static void screenshot(Page page, String name) {
        page.screenshot(
                new ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "screenshots", name + ".png")));
    }
}
