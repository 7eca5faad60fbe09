package pujiang.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;
import static pujiang.web.page.Gestures.field;
import static pujiang.web.page.Gestures.press;
import static pujiang.web.page.Gestures.state;
import static pujiang.web.page.Gestures.write;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pujiang.app.security.Role;
import pujiang.web.Market;
import pujiang.web.Persons;
import pujiang.web.Sale;

/** What a vendor can say where it is asked: of this one buyer, and what its file is called. */
class VendorPagesTest extends PageTest {

    private static final String CONSENT = "separate consent to provide to THIS buyer";

    private Sale sale;

    @BeforeEach
    void aVendorAndABuyer() throws Exception {
        sale = new Sale(market, "0.00");
    }

    @Test
    void whatTheLawAsksOfTheRecipientHasAFieldAndDecidesTheTrade() throws Exception {
        var product = fresh("told-product");
        var trade = held(product);
        var vendor = signedIn(sale.vendorId(), Role.VENDOR);
        vendor.navigate("/trades/" + trade);
        assertThat(state(vendor)).hasText("held for review");
        open(vendor);
        for (var select : form(vendor).locator("select").all())
            assertThat(select).hasValue("");
        fits(vendor, NARROW, "/trades/" + trade);
        vendor.navigate("/trades/" + trade + "?lang=en");

        open(vendor);
        field(vendor, CONSENT).selectOption("true");
        write(vendor, "Location of the evidence", "consents/7");
        press(vendor, "Add statement about this buyer");
        assertThat(state(vendor)).hasText("held for review");
        assertThat(vendor.locator(".notice.good")).containsText("Statement about this buyer recorded.");
        open(vendor);
        assertThat(field(vendor, CONSENT)).hasValue("");
        assertThat(field(vendor, CONSENT).locator("option").first()).hasText("stated: yes (leave unchanged)");
        for (var select : form(vendor).locator("select").all()) {
            if (!select.textContent().contains("stated: yes")) select.selectOption("true");
        }
        write(vendor, "Location of the evidence", "vault/9");
        press(vendor, "Add statement about this buyer");
        assertThat(state(vendor)).hasText("agreed, awaiting delivery");
        assertThat(form(vendor)).hasCount(0);

        var stated = market.get(sale.vendor(), "/products/" + product + "/recipients/" + sale.buyerId());
        assertThat(stated.body()
                        .at("/statement/facts/pi.separateConsentProvide")
                        .asBoolean())
                .isTrue();
        assertThat(stated.body().at("/statement/facts/pi.recipientNotified").asBoolean())
                .isTrue();
        assertThat(stated.text("/statement/evidence")).isEqualTo("consents/7; vault/9");
    }

    @Test
    void aVendorThatHasStatedWhatWasNotSoCorrectsItself() throws Exception {
        var product = fresh("told-product");
        var trade = held(product);
        var recipient = "/products/" + product + "/recipients/" + sale.buyerId();
        var denied = Persons.TOLD.replace("Provide\": true", "Provide\": false, \"pi.legalBasis\": \"OTHER_LAW\"");
        market.put(sale.vendor(), recipient, denied).is(201);
        var vendor = signedIn(sale.vendorId(), Role.VENDOR);
        vendor.navigate("/trades/" + trade);
        assertThat(state(vendor)).hasText("held for review");
        open(vendor);
        assertThat(field(vendor, CONSENT)).hasValue("");
        assertThat(field(vendor, CONSENT).locator("option").first()).hasText("stated: no (leave unchanged)");
        fits(vendor, NARROW, "/trades/" + trade);
        vendor.navigate("/trades/" + trade + "?lang=en");

        open(vendor);
        field(vendor, CONSENT).selectOption("true");
        write(vendor, "Location of the evidence", "consents/8");
        press(vendor, "Add statement about this buyer");
        assertThat(state(vendor)).hasText("agreed, awaiting delivery");
        var stated = market.get(sale.vendor(), recipient).body();
        assertThat(stated.at("/statement/facts/pi.separateConsentProvide").asBoolean())
                .isTrue();
        assertThat(stated.at("/statement/facts/pi.recipientNotified").asBoolean())
                .isTrue();
    }

    @Test
    void nothingStatedIsToldAndNobodyElseHasTheForm() throws Exception {
        var trade = held(fresh("told-product"));
        var vendor = signedIn(sale.vendorId(), Role.VENDOR);
        vendor.navigate("/trades/" + trade);
        open(vendor);
        write(vendor, "Location of the evidence", "vault/9");
        press(vendor, "Add statement about this buyer");
        assertThat(vendor.locator(".notice.bad")).containsText("must state at least one fact");
        assertThat(field(vendor, "Location of the evidence")).hasValue("vault/9");

        var buyer = signedIn(sale.buyerId(), Role.BUYER);
        buyer.navigate("/trades/" + trade);
        assertThat(form(buyer)).hasCount(0);
    }

    @Test
    void aProgramThatStatesItIsHeardInTheSameWay() throws Exception {
        var product = fresh("told-product");
        var trade = held(product);

        var recipient = "/products/" + product + "/recipients/" + sale.buyerId();
        market.put(sale.vendor(), recipient, Persons.TOLD).is(201);
        assertThat(market.get(sale.vendor(), "/trades/" + trade).text("/state")).isEqualTo("agreed");
    }

    @Test
    void aListingThatAnOfficerHasLetPassIsNotToldAsIfItWaited() throws Exception {
        var id = fresh("told-product");
        market.put(
                        sale.vendor(),
                        "/products/" + id,
                        Market.product(
                                fresh("Let in"), "\"product.rightsDispute\": true, \"product.grade\": \"GENERAL\""))
                .is(201);
        var listing = market.put(sale.vendor(), "/listings/" + id, Market.listing(id, "0.00"));
        assertThat(listing.is(201).text("/state")).isEqualTo("held");
        var vendor = signedIn(sale.vendorId(), Role.VENDOR);
        vendor.navigate("/listings/" + id);
        assertThat(vendor.locator("main").getByText("How to pass")).not().hasCount(0);

        var officer = market.staff(Role.COMPLIANCE_OFFICER);
        market.post(officer, "/listings/" + id + "/approval", market.approval(officer, "/listings/" + id))
                .is(200);
        vendor.navigate("/listings/" + id);
        assertThat(vendor.locator("main").getByText("How to pass")).hasCount(0);
        assertThat(vendor.locator("section.card h2").getByText("Approved after review"))
                .hasCount(1);
    }

    @Test
    void aVendorNamesTheFileThatItDelivers() throws Exception {
        var trade = fresh("named-trade");
        sale.order(trade).is(201);
        sale.uploaded("hour,value " + trade);
        var vendor = signedIn(sale.vendorId(), Role.VENDOR);
        vendor.navigate("/trades/" + trade);
        field(vendor, "File to deliver").selectOption(new SelectOption().setIndex(1));
        write(vendor, "File name with extension (optional)", "a/b.csv");
        press(vendor, "Deliver");
        assertThat(vendor.locator(".notice.bad")).containsText("must not contain /");

        field(vendor, "File to deliver").selectOption(new SelectOption().setIndex(1));
        write(vendor, "File name with extension (optional)", "上海（小时值）.csv");
        press(vendor, "Deliver");
        assertThat(state(vendor)).containsText("delivered");

        var buyer = signedIn(sale.buyerId(), Role.BUYER);
        buyer.navigate("/trades/" + trade);
        assertThat(buyer.locator("section[aria-labelledby=evidence]")).containsText("File name上海（小时值）.csv");
        fits(buyer, NARROW, "/trades/" + trade, "/trades/" + trade + "/acceptance");
        assertThat(buyer.locator("main")).containsText("上海（小时值）.csv");
    }

    private static Locator form(Page page) {
        return page.locator("form[action$='/recipient-statement']");
    }

    private static void open(Page page) {
        var folded = page.locator("details:not([open]):has(form[action$='/recipient-statement']) summary");
        if (folded.count() > 0) folded.click();
    }

    /** Of persons: what holds for one recipient cannot be said with the product. */
    private String held(String product) throws Exception {
        market.put(sale.vendor(), "/products/" + product, Persons.product(product))
                .is(201);
        market.put(sale.vendor(), "/listings/" + product, Market.listing(product, "0.00"))
                .is(201);
        var trade = fresh("told-trade");
        var order =
                """
                {"listing": "%s", "revision": 1, "use": {"purpose": "RESEARCH", "scenario": "floods",
                 "statement": {"use.automatedDecision": false}}}"""
                        .formatted(product);
        assertThat(market.put(sale.buyer(), "/trades/" + trade, order).is(201).text("/state"))
                .isEqualTo("requested");
        return trade;
    }
}
