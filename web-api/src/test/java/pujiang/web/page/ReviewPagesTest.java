package pujiang.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;
import static pujiang.web.page.Gestures.field;
import static pujiang.web.page.Gestures.follow;
import static pujiang.web.page.Gestures.press;
import static pujiang.web.page.Gestures.state;
import static pujiang.web.page.Gestures.write;

import com.microsoft.playwright.Locator.FilterOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pujiang.app.security.Role;
import pujiang.calendar.Shanghai;
import pujiang.participant.ParticipantId;
import pujiang.web.Market;

/** An officer and a vendor with browsers, and a trade between them. */
class ReviewPagesTest extends PageTest {

    private static final String RULING = "the ruling";

    private ParticipantId seller;
    private String selling;
    private String buying;

    @BeforeAll
    void twoSidesAreThere() throws Exception {
        seller = market.participant("desk-seller");
        selling = market.token(seller, Role.VENDOR);
        buying = market.token(market.participant("desk-customer"), Role.BUYER);
    }

    @Test
    void anOfficerTakesAReviewOnAndAsksAndTheVendorShowsWhatOpensTheGate() throws Exception {
        var title = fresh("Disputed levels");
        held(title);
        var officer = signedIn(null, Role.COMPLIANCE_OFFICER);
        follow(officer, "Reviews");
        var row = officer.locator("tr").filter(new FilterOptions().setHasText(title));
        assertThat(row).containsText("ordinary");
        row.getByText("Claim review").click();
        assertThat(officer.locator(".notice.good")).containsText("Other officers cannot decide it");
        officer.getByText("Request a document from the vendor…").click();
        officer.locator("form:has(input[value=VENDOR]) select").selectOption("product.rightsDispute");
        officer.locator("form:has(input[value=VENDOR]) textarea").fill("The court's ruling");
        press(officer, "Request a document from the vendor");
        assertThat(officer.locator("section[aria-labelledby=papers]")).containsText("The court's ruling");

        var vendor = signedIn(seller, Role.VENDOR);
        assertThat(vendor.locator("#queue-documents")).containsText("Documents to submit");
        follow(vendor, title);
        assertThat(vendor.locator("section[aria-labelledby=papers]")).containsText("pending ownership dispute");
        field(vendor, "Document, from your uploads").selectOption(sha256());
        field(vendor, "pending ownership dispute").selectOption("false");
        press(vendor, "Submit the document");
        assertThat(state(vendor)).hasText("agreed, awaiting delivery");
        assertThat(vendor.locator("section[aria-labelledby=papers]")).containsText("submitted");

        officer.reload();
        var file = officer.waitForDownload(() -> follow(officer, "document"));
        assertThat(Files.readString(file.path())).isEqualTo(RULING);
    }

    @Test
    void anOfficerWithdrawsARequestAndTheVendorOwesItNoLonger() throws Exception {
        var title = fresh("Settled levels");
        var trade = held(title);
        var officer = signedIn(null, Role.COMPLIANCE_OFFICER);
        officer.navigate("/trades/" + trade);
        officer.getByText("Request a document from the vendor…").click();
        officer.locator("form:has(input[value=VENDOR]) select").selectOption("product.rightsDispute");
        officer.locator("form:has(input[value=VENDOR]) textarea").fill("The court's ruling");
        press(officer, "Request a document from the vendor");

        officer.getByText("Withdraw the request…").click();
        officer.locator("form[action$='/document-requests/1/withdrawal'] textarea")
                .fill("the register says it");
        press(officer, "Withdraw the request");
        assertThat(officer.locator("section[aria-labelledby=papers]")).containsText("the register says it");

        var vendor = signedIn(seller, Role.VENDOR);
        vendor.navigate("/trades/" + trade);
        assertThat(vendor.locator("section[aria-labelledby=papers]")).containsText("withdrawn");
        assertThat(vendor.getByText("Submit the document")).hasCount(0);
    }

    @Test
    void anExceptionNeedsItsLastDayAndIsThenListed() throws Exception {
        var trade = held(fresh("Excepted levels"));
        var officer = signedIn(null, Role.COMPLIANCE_OFFICER);
        officer.navigate("/trades/" + trade);
        write(officer, "Grounds", "settled out of court");
        write(officer, "Location of the evidence", "file 9");
        field(officer, "Apply this approval to later reviews").selectOption("BUYER_WITH_LISTING");
        press(officer, "Approve");
        assertThat(officer.locator(".notice.bad")).containsText("must be given");
        assertThat(field(officer, "Grounds")).hasValue("settled out of court");
        write(
                officer,
                "Last day of the exception",
                LocalDate.now(Shanghai.ZONE).plusDays(9).toString());
        press(officer, "Approve");
        assertThat(state(officer)).hasText("agreed, awaiting delivery");
        assertThat(officer.locator("table.history")).containsText("Exception granted");

        follow(officer, "Reviews");
        follow(officer, "Exceptions");
        var row = officer.locator("tr").filter(new FilterOptions().setHasText(trade));
        assertThat(row).containsText("this buyer with this listing");
        assertThat(row).containsText("expires within 30 days");

        row.getByText("expires within 30 days").click();
        officer.getByText("Revoke the exception…").click();
        write(officer, "Grounds", "the settlement was annulled");
        press(officer, "Revoke the exception");
        assertThat(officer.locator(".notice.good")).containsText("It no longer applies to new decisions.");
        assertThat(officer.locator("section[aria-labelledby=revoked]")).containsText("the settlement was annulled");
        assertThat(officer.locator(".moves")).hasCount(0);
    }

    /** What was on the page when the officer read it is not what would be let pass. */
    @Test
    void anOfficerWhoHasReadWhatTheVendorHasRevisedSinceIsShownTheNewDecisionAndDecidesAnew() throws Exception {
        var trade = held(fresh("Revised levels"));
        var officer = signedIn(null, Role.COMPLIANCE_OFFICER);
        officer.navigate("/trades/" + trade);
        write(officer, "Grounds", "settled out of court");
        write(officer, "Location of the evidence", "file 9");
        var revised = Market.product(trade, "\"product.rightsDispute\": true, \"product.grade\": \"GENERAL\"")
                .replace("\"product.sampleExposesPI\": false, ", "");
        market.revise(selling, "/products/" + trade, "\"v2\"", revised).is(200);

        press(officer, "Approve");
        assertThat(officer.locator("section[aria-labelledby=review] .notice"))
                .containsText("Earlier approvals are no longer valid");
        assertThat(state(officer)).not().hasText("agreed, awaiting delivery");
        fits(officer, NARROW, "/trades/" + trade);

        write(officer, "Grounds", "settled out of court");
        write(officer, "Location of the evidence", "file 9");
        press(officer, "Approve");
        assertThat(state(officer)).hasText("agreed, awaiting delivery");
        assertThat(officer.locator("table.history")).containsText("Earlier approvals are no longer valid");
    }

    @Test
    void anOfficerPublishesOnlyTheListingThatItHasRead() throws Exception {
        var id = fresh("read-page-product");
        var disputed = Market.product(id, "\"product.rightsDispute\": true, \"product.grade\": \"GENERAL\"");
        market.put(selling, "/products/" + id, disputed).is(201);
        assertThat(market.put(selling, "/listings/" + id, Market.listing(id, "0.00"))
                        .is(201)
                        .text("/state"))
                .isEqualTo("held");
        var officer = signedIn(null, Role.COMPLIANCE_OFFICER);
        officer.navigate("/listings/" + id);
        write(officer, "Grounds", "settled out of court");
        write(officer, "Location of the evidence", "file 9");
        var revised = disputed.replace("\"product.sampleExposesPI\": false, ", "");
        market.revise(selling, "/products/" + id, "\"v1\"", revised).is(200);

        press(officer, "Approve");
        assertThat(officer.locator(".notice.bad")).containsText("Read the decision below and decide again");
        assertThat(state(officer)).hasText("held for review");
        fits(officer, NARROW, "/listings/" + id);

        write(officer, "Grounds", "settled out of court");
        write(officer, "Location of the evidence", "file 9");
        press(officer, "Approve");
        assertThat(state(officer)).hasText("published");
        assertThat(officer.locator("table.history")).containsText("Still held for review");
    }

    /** At the width of a small telephone nothing is cut off or scrolls sideways, and every text is there. */
    @Test
    void theQueueAndTheDeskFitANarrowScreenInBothLanguages() throws Exception {
        var trade = held("W".repeat(200));
        var officer = signedIn(null, Role.COMPLIANCE_OFFICER);
        fits(officer, NARROW, "/reviews", "/exceptions", "/afterwards", "/trades/" + trade);
    }

    private String held(String title) throws Exception {
        var id = fresh("desk-page-product");
        market.put(selling, "/products/" + id, Market.product(title)).is(201);
        market.put(selling, "/listings/" + id, Market.listing(id, "0.00")).is(201);
        var disputed = Market.product(title, "\"product.rightsDispute\": true, \"product.grade\": \"GENERAL\"");
        market.revise(selling, "/products/" + id, "\"v1\"", disputed).is(200);
        market.put(selling, "/contents/" + sha256(), RULING);
        var order =
                """
                {"listing": "%s", "revision": 1, "use": {"purpose": "RESEARCH", "scenario": "floods"}}"""
                        .formatted(id);
        assertThat(market.put(buying, "/trades/" + id, order).is(201).text("/state"))
                .isEqualTo("requested");
        return id;
    }

    private static String sha256() throws Exception {
        var digest = MessageDigest.getInstance("SHA-256").digest(RULING.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }
}
