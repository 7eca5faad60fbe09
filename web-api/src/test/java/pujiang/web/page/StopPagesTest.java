package pujiang.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static pujiang.web.page.Gestures.press;
import static pujiang.web.page.Gestures.state;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import pujiang.app.security.Role;
import pujiang.web.Sale;

/** Who stopped something, on which ground, and the way out: read on the pages of whoever is concerned. */
class StopPagesTest extends PageTest {

    @Test
    void aVendorReadsWhoHasStoppedItsListingAndHasNoButtonToUndoIt() throws Exception {
        var sale = new Sale(market, "10.00");
        var operator = signedIn(null, Role.OPERATOR);
        operator.navigate("/listings/" + sale.listing());
        send(operator, "suspension", "complaint 7");
        assertThat(state(operator)).hasText("suspended");

        var vendor = signedIn(sale.vendorId(), Role.VENDOR);
        vendor.navigate("/listings/" + sale.listing());
        assertThat(stops(vendor)).containsText("The operator");
        assertThat(stops(vendor)).containsText("complaint 7");
        assertThat(stops(vendor)).containsText("The operator lifts it.");
        assertThat(vendor.locator("form[action$='/resumption']")).hasCount(0);
        assertThat(vendor.locator("form[action$='/suspension']")).hasCount(1);
        fits(vendor, NARROW, "/listings/" + sale.listing());

        operator.navigate("/listings/" + sale.listing());
        press(operator, "Resume the listing");
        assertThat(state(operator)).hasText("published");
        assertThat(stops(operator)).hasCount(0);
    }

    @Test
    void aBuyerReadsThatAProductIsStoppedAndCannotOrderIt() throws Exception {
        var sale = new Sale(market, "10.00");
        var officer = signedIn(null, Role.COMPLIANCE_OFFICER);
        officer.navigate("/listings/" + sale.listing());
        send(officer, "product-suspension", "source in doubt");
        assertThat(officer.locator(".notice.good"))
                .containsText("The product and everything that depends on it are suspended");

        var buyer = signedIn(sale.buyerId(), Role.BUYER);
        buyer.navigate("/listings/" + sale.listing());
        assertThat(stops(buyer)).containsText("A compliance officer");
        assertThat(stops(buyer)).not().containsText("source in doubt");
        assertThat(buyer.locator("#ordering")).hasCount(0);
        fits(buyer, NARROW, "/listings/" + sale.listing());

        officer.navigate("/listings/" + sale.listing());
        send(officer, "product-resumption", "source shown");
        assertThat(stops(officer)).hasCount(0);
        buyer.navigate("/listings/" + sale.listing() + "?lang=en");
        assertThat(buyer.locator("#ordering")).hasCount(1);
    }

    @Test
    void aParticipantReadsEveryStopThatStandsOnIt() throws Exception {
        var sale = new Sale(market, "10.00");
        var participant = "/participants/" + sale.vendorId();
        var reason = "{\"reason\": \"papers missing\"}";
        market.post(market.operator(), participant + "/suspension", reason).is(200);
        var officer = signedIn(null, Role.COMPLIANCE_OFFICER);
        officer.navigate(participant);
        assertThat(officer.locator("form[action$='/reinstatement']")).hasCount(0);
        send(officer, "suspension", "under examination");
        assertThat(stops(officer).locator("tbody tr")).hasCount(2);
        assertThat(officer.locator("form[action$='/reinstatement']")).hasCount(1);

        var vendor = signedIn(sale.vendorId(), Role.VENDOR);
        vendor.navigate(participant);
        assertThat(stops(vendor)).containsText("papers missing");
        assertThat(stops(vendor)).containsText("under examination");
        fits(vendor, NARROW, participant, "/listings/" + sale.listing());
    }

    private static Locator stops(Page page) {
        return page.locator("section[aria-labelledby=stops]");
    }

    /** Unfolds the form where it is folded. */
    private static void send(Page page, String what, String reason) {
        var form = page.locator("form[action$='/" + what + "']");
        var folded = page.locator("details:not([open])", new Page.LocatorOptions().setHas(form));
        if (folded.count() > 0) folded.locator("summary").click();
        form.locator("textarea[name=reason]").fill(reason);
        form.locator("button").click();
    }
}
