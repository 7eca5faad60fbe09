package pujiang.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static pujiang.web.Market.fresh;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pujiang.app.security.Role;
import pujiang.participant.ParticipantId;

/** Two operators with browsers, and sums that need both. */
class BookingsPageTest extends PageTest {

    private static final String LARGE = "12345678.90";

    private ParticipantId party = new ParticipantId("nobody");
    private String first = "";

    @BeforeEach
    void aParticipantAndAnOperatorWhoAsks() throws Exception {
        party = market.participant("booking-party");
        first = user(null, Role.OPERATOR);
    }

    @Test
    void theSecondOperatorReadsWhatToWhomForWhatAndConfirms() throws Exception {
        var reference = asked("deposits");
        var second = signedIn(null, Role.OPERATOR);

        second.locator("section[aria-labelledby=queue-bookings]")
                .getByRole(AriaRole.ROW)
                .filter(new FilterOptions().setHasText(party.value()))
                .locator("a.act")
                .click();

        assertThat(second.locator("h1")).hasText("Deposit");
        var says = second.locator(".notice");
        for (var said : new String[] {first, "CNY 12,345,678.90", party.value(), reference}) {
            assertThat(says).containsText(said);
        }
        assertThat(second.locator("section[aria-labelledby=facts]")).containsText("statement of the day");
        assertThat(figure(second, "Available")).hasText("CNY 0.00");
        screenshot(second, "booking-en");
        second.navigate("/bank-bookings/in." + reference + ".1?lang=zh");
        screenshot(second, "booking-zh");
        second.navigate("/bank-bookings/in." + reference + ".1?lang=en");

        second.locator("section.moves button.act").first().click();
        assertThat(second.locator(".notice.good")).hasText("Confirmed. The money has moved.");
        assertThat(second.locator("p.under .badge")).hasText("booked");
        assertThat(figure(second, "Available")).hasText("CNY 12,345,678.90");
        assertThat(second.locator("section.moves")).hasCount(0);
    }

    @Test
    void theSecondOperatorRefusesWithAReasonAndTheMoneyIsAvailableAgain() throws Exception {
        funded();
        var reference = asked("withdrawals");
        var second = signedIn(null, Role.OPERATOR);
        second.navigate("/bank-bookings");
        assertThat(row(second, "pending", reference)).containsText(first);
        screenshot(second, "bookings-en");
        second.navigate("/bank-bookings?lang=zh");
        screenshot(second, "bookings-zh");
        second.navigate("/bank-bookings?lang=en");
        row(second, "pending", reference).locator("a.act").click();
        assertThat(figure(second, "Withdrawals to be confirmed")).hasText("CNY 12,345,678.90");
        assertThat(second.locator(".notice")).containsText("CNY 0.00 stays available");

        var refuse = second.locator("section.moves details");
        refuse.locator("summary").click();
        refuse.getByLabel("Reason").fill("not on the statement");
        refuse.getByRole(AriaRole.BUTTON).click();

        assertThat(second.locator(".notice.good")).containsText("Booking refused.");
        assertThat(figure(second, "Available")).hasText("CNY 12,345,678.90");
        second.navigate("/bank-bookings");
        assertThat(row(second, "pending", reference)).hasCount(0);
        assertThat(row(second, "journal", reference)).containsText("not on the statement");
        fits(second, NARROW, "/bank-bookings", "/bank-bookings/out." + reference + ".1");
        screenshot(second, "booking-narrow");
    }

    @Test
    void whoHasAskedCanOnlyWithdraw() throws Exception {
        var reference = asked("deposits");
        var own = signedIn(first);
        assertThat(own.locator("section[aria-labelledby=queue-bookings]")).not().containsText(party.value());
        own.navigate("/bank-bookings/in." + reference + ".1");
        assertThat(own.locator(".notice")).containsText("Another operator must confirm it.");
        assertThat(own.locator("input[name=digest]")).hasCount(0);

        var withdraw = own.locator("section.moves details");
        withdraw.locator("summary").click();
        withdraw.getByLabel("Reason").fill("a slip of the pen");
        withdraw.getByRole(AriaRole.BUTTON).click();

        assertThat(own.locator(".notice.good")).containsText("Request withdrawn.");
        assertThat(own.locator("p.under .badge")).hasText("withdrawn");
    }

    /** Both looked; one was quicker. */
    @Test
    void whatIsDecidedAlreadyIsToldInTheReadersLanguage() throws Exception {
        var reference = asked("deposits");
        var second = signedIn(null, Role.OPERATOR);
        second.navigate("/bank-bookings/in." + reference + ".1?lang=zh");
        var other = signedIn(null, Role.OPERATOR);
        other.navigate("/bank-bookings/in." + reference + ".1");
        other.locator("section.moves button.act").first().click();

        second.locator("section.moves button.act").first().click();

        assertThat(second.locator(".notice.bad")).containsText("money.booking-ended");
        assertThat(second.locator("p.under .badge")).hasText("已入账");
    }

    @Test
    void anOfficerReadsAndDecidesNothing() throws Exception {
        var reference = asked("deposits");
        var officer = signedIn(null, Role.COMPLIANCE_OFFICER);
        officer.locator("header nav a[href='/bank-bookings']").click();
        row(officer, "pending", reference).locator("a.act").click();

        assertThat(officer.locator(".notice")).containsText(reference);
        assertThat(officer.locator("section.moves")).hasCount(0);
    }

    /** @return the reference of a large booking that waits */
    private String asked(String what) throws Exception {
        var reference = fresh("page-bank");
        market.post(
                        accounts.issue(first, "test", Duration.ofDays(1)).token(),
                        "/accounts/" + party + "/" + what,
                        """
                        {"amount": {"amount": "%s", "currency": "CNY"}, "reference": "%s",
                         "note": "statement of the day"}"""
                                .formatted(LARGE, reference))
                .is(202);
        return reference;
    }

    private void funded() throws Exception {
        var booking = "/bank-bookings/in." + asked("deposits") + ".1";
        var digest = market.get(market.operator(), booking).text("/digest");
        market.post(market.operator(), booking + "/confirmation", "{\"digest\": \"" + digest + "\"}")
                .is(200);
    }

    private static Locator row(Page page, String section, String reference) {
        return page.locator("section[aria-labelledby=" + section + "] tbody tr")
                .filter(new FilterOptions().setHasText(reference));
    }

    private static Locator figure(Page page, String name) {
        return page.locator("section[aria-labelledby=account] dt:text-is('" + name + "') + dd");
    }

    private static void screenshot(Page page, String name) {
        page.screenshot(
                new ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "screenshots", name + ".png")));
    }
}
