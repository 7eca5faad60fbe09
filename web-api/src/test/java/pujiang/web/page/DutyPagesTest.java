package pujiang.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.page.Gestures.field;
import static pujiang.web.page.Gestures.follow;
import static pujiang.web.page.Gestures.press;
import static pujiang.web.page.Gestures.state;
import static pujiang.web.page.Gestures.write;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.LocatorOptions;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import pujiang.app.security.Role;
import pujiang.calendar.Shanghai;
import pujiang.web.Sale;

/** People with a browser, after a trade. */
class DutyPagesTest extends PageTest {

    @Test
    void aBuyerProvesWhatItOwesAndAnOfficerAcceptsOnPagesAlone() throws Exception {
        var sale = new Sale(market, "10.00");
        var trade = sale.completed("owed 1");
        awaitObligations(sale);
        var buyer = signedIn(sale.buyerId(), Role.BUYER);

        buyer.navigate("/trades/" + trade);
        follow(buyer, "Use the data as agreed, do not provide it to others, delete it at the end of the term");
        assertThat(state(buyer)).hasText("open");
        assertThat(buyer.locator("main")).containsText("Civil Code");
        write(buyer, "Describe what you did or declare", "every copy was deleted");
        press(buyer, "Submit proof");
        assertThat(state(buyer)).hasText("proof submitted, under review");
        assertThat(buyer.locator("main")).containsText("every copy was deleted");
        var address = buyer.url().replaceFirst("\\?.*", "");

        var officer = signedIn(null, Role.COMPLIANCE_OFFICER);
        assertThat(officer.locator("#queue-proofs")).containsText("Obligation proofs to review");
        officer.navigate(address);
        write(officer, "Grounds", "statement read");
        replaceTheProof(sale, address);
        press(officer, "Accept the proof");
        assertThat(officer.locator(".notice.bad code")).hasText("obligation.another-proof");
        assertThat(officer.locator("main")).containsText("nearly every copy was deleted");
        assertThat(state(officer)).hasText("proof submitted, under review");
        press(officer, "Accept the proof");
        assertThat(state(officer)).hasText("discharged");
        fits(officer, NARROW, "/obligations", address.replaceFirst("https?://[^/]+", ""), "/trades/" + trade);
    }

    /** Another officer has turned it down meanwhile, and the buyer shows less. */
    private void replaceTheProof(Sale sale, String address) throws Exception {
        var owed = address.replaceFirst(".*/obligations/", "/obligations/");
        var colleague = market.staff(Role.COMPLIANCE_OFFICER);
        market.post(colleague, owed + "/rejection", market.rejection(colleague, owed))
                .is(200);
        market.post(sale.buyer(), owed + "/proof", "{\"statement\": \"nearly every copy was deleted\"}")
                .is(200);
    }

    @Test
    void anOfficerFilesReadsAndConfirmsAPlanOnPagesAlone() throws Exception {
        var sale = new Sale(market, "10.00");
        sale.completed("recalled 1");
        awaitObligations(sale);
        var officer = signedIn(null, Role.COMPLIANCE_OFFICER);

        officer.navigate("/recalls");
        field(officer, "Reason for the recall").selectOption("LICENCE_LAPSED");
        write(officer, "Affected product, participant, or rule book digest", sale.product());
        write(officer, "Reason", "the source's licence ended");
        write(officer, "Location of the evidence", "vault/3");
        press(officer, "File a recall");
        assertThat(state(officer)).hasText("plan to be confirmed");
        assertThat(officer.locator("table.rows")).containsText("Suspend the listing");
        assertThat(officer.locator("table.rows")).containsText("Require deletion of the delivered data");
        press(officer, "Confirm and run plan");
        var recall = officer.url().replaceFirst("\\?.*", "");
        for (int attempt = 0; attempt < 200 && !state(officer).textContent().equals("completed"); attempt++) {
            Thread.sleep(100);
            officer.navigate(recall);
        }
        assertThat(state(officer)).hasText("completed");
        fits(officer, NARROW, "/recalls", recall.replaceFirst("https?://[^/]+", ""));
    }

    @Test
    void anOfficerFindsWhatTheLawLeftOpenAmongWhatWaitsAndResolvesItOnPagesAlone() throws Exception {
        var sale = new Sale(market, "10.00");
        var trade = sale.completed("watched 3");
        awaitObligations(sale);
        var vendor = signedIn(sale.vendorId(), Role.VENDOR);
        vendor.navigate("/trades/" + trade);
        unfold(vendor, "Report an incident");
        report(vendor, "a disk is missing");
        assertThat(vendor.locator(".notice.good")).containsText("Incident reported.");
        assertThat(vendor.locator("section[aria-labelledby=incidents]")).containsText("not known yet");
        var officer = signedIn(null, Role.COMPLIANCE_OFFICER);
        assertThat(officer.locator("#queue-afterwards")).containsText("Post-trade findings to resolve");

        officer.navigate("/afterwards");
        officer.locator("a[href='/trades/" + trade + "']").click();
        write(officer, "Grounds", "asked the buyer: no incident");
        write(officer, "Location of the evidence", "vault/4");
        press(officer, "Resolve open finding");
        assertThat(officer.locator(".notice.good")).containsText("Resolved.");
        assertThat(officer.locator("section[aria-labelledby=resolutions]"))
                .containsText("asked the buyer: no incident");
        officer.navigate("/afterwards");
        assertThat(officer.locator("a[href='/trades/" + trade + "']")).hasCount(0);
        fits(officer, NARROW, "/afterwards", "/trades/" + trade);
    }

    @Test
    void aBuyerReportsALeakAndAnotherPurposeAndReadsWhatItOwesForItOnPagesAlone() throws Exception {
        var sale = new Sale(market, "10.00");
        var trade = sale.completed("leaked 1");
        awaitObligations(sale);
        var buyer = signedIn(sale.buyerId(), Role.BUYER);
        buyer.navigate("/trades/" + trade);
        unfold(buyer, "Report an incident");
        field(buyer, "Level of the incident").selectOption("LARGER");
        field(buyer, "Personal information was, or may have been, leaked, altered or lost")
                .selectOption("true");
        report(buyer, "a backup was public");
        assertThat(buyer.locator("section[aria-labelledby=incidents]")).containsText("a backup was public");
        assertThat(buyer.locator("section[aria-labelledby=incidents]")).containsText("stated by the buyer");

        unfold(buyer, "Declare a changed purpose or method");
        write(buyer, "New purpose or method", "a model that is sold");
        press(buyer, "Declare a changed purpose or method");
        assertThat(buyer.locator("section[aria-labelledby=purposes]")).containsText("a model that is sold");
        var owed = buyer.locator("section[aria-labelledby=obligations]");
        for (int attempt = 0; attempt < 100 && !owed.textContent().contains("Breach"); attempt++) {
            Thread.sleep(100);
            buyer.navigate("/trades/" + trade);
        }
        assertThat(owed).containsText("Incident report and notification");
        fits(buyer, NARROW, "/trades/" + trade);
    }

    @Test
    void aReportThatIsRefusedStaysWrittenInItsForm() throws Exception {
        var sale = new Sale(market, "10.00");
        var trade = sale.completed("leaked 2");
        awaitObligations(sale);
        var vendor = signedIn(sale.vendorId(), Role.VENDOR);
        vendor.navigate("/trades/" + trade);
        unfold(vendor, "Report an incident");
        write(vendor, "Incident and data affected", "long ago");
        write(vendor, "Known since (Beijing time)", "2020-01-01T10:00");
        nobodyIsTold(vendor);
        press(vendor, "Report an incident");
        assertThat(vendor.locator(".notice.bad")).containsText("must not be before the delivery");
        assertThat(field(vendor, "Incident and data affected")).hasValue("long ago");
        assertThat(field(vendor, "Known since (Beijing time)")).hasValue("2020-01-01T10:00");
    }

    /** Known since this minute. */
    private static void report(Page page, String what) {
        write(page, "Incident and data affected", what);
        var now = LocalDateTime.now(Shanghai.ZONE).truncatedTo(ChronoUnit.MINUTES);
        write(page, "Known since (Beijing time)", now.toString());
        nobodyIsTold(page);
        press(page, "Report an incident");
    }

    private static void nobodyIsTold(Page page) {
        for (var whom :
                List.of("Reported to the authority", "Individuals notified, or notification not required by law"))
            field(page, whom).selectOption("false");
    }

    private static void unfold(Page page, String act) {
        page.locator("summary", new LocatorOptions().setHasText(act)).click();
    }

    private void awaitObligations(Sale sale) throws Exception {
        for (int attempt = 0; attempt < 200; attempt++) {
            if (market.get(sale.buyer(), "/obligations").body().path("items").size() == 1) return;
            Thread.sleep(100);
        }
        throw new AssertionError("nothing is owed after 20 s");
    }
}
