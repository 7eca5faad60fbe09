package pujiang.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;
import static pujiang.web.page.Gestures.field;
import static pujiang.web.page.Gestures.follow;
import static pujiang.web.page.Gestures.press;
import static pujiang.web.page.Gestures.state;
import static pujiang.web.page.Gestures.write;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pujiang.app.security.Role;
import pujiang.calendar.Shanghai;
import pujiang.participant.ParticipantId;
import pujiang.web.Market;
import pujiang.web.Persons;

/** Pages put no words into anybody's mouth, ask for what the law asks, and say what a step does before it is taken. */
class HonestPagesTest extends PageTest {

    /** The persons have neither been told nor agreed. */
    private static final String NOT_TOLD =
            """
            {"facts": {"pi.piaDone": true, "contract.dataClauses": true}, "evidence": "assessment on file"}""";

    private static final String CLEAR = "\"product.rightsDispute\": false, \"product.grade\": \"GENERAL\"";
    private static final String DISPUTED = "\"product.rightsDispute\": true, \"product.grade\": \"GENERAL\"";

    private ParticipantId seller;
    private ParticipantId customer;
    private String selling;
    private String buying;

    @BeforeAll
    void twoSidesAreThere() throws Exception {
        seller = market.participant("honest-seller");
        customer = market.participant("honest-customer");
        selling = market.token(seller, Role.VENDOR);
        buying = market.token(customer, Role.BUYER);
        market.post(
                        market.operator(),
                        "/accounts/" + customer + "/deposits",
                        """
                        {"amount": {"amount": "900.00", "currency": "CNY"}, "reference": "%s"}"""
                                .formatted(fresh("honest-bank")))
                .is(200);
    }

    @Test
    void noDeclarationIsChosenBeforeSomebodyChoosesIt() throws Exception {
        var trade = held(fresh("Undecided levels"), "0.00", DISPUTED);
        var officer = market.staff(Role.COMPLIANCE_OFFICER);
        market.post(
                        officer,
                        "/trades/" + trade + "/document-requests",
                        """
                        {"side": "VENDOR", "facts": ["pi.separateConsentProvide"], "wanted": "the consents"}""")
                .is(200);
        var vendor = signedIn(seller, Role.VENDOR);
        vendor.navigate("/trades/" + trade);

        assertThat(field(vendor, "separate consent to provide to THIS buyer")).hasValue("");
        press(vendor, "Submit the document");
        assertThat(vendor).hasURL(Pattern.compile("/trades/" + trade + "$"));
        assertThat(vendor.locator("table.history")).not().containsText("Document submitted");
        for (var form : vendor.locator("form.ask select:not([multiple])").all())
            assertThat(form).hasValue("");
    }

    @Test
    void aPageSaysWhatWasFoundAndSendsWhoeverWantsItToPassToTheNearestLawfulFix() throws Exception {
        var trade = held(fresh("Persons"), "0.00", Persons.DE_IDENTIFIED);
        var buyer = signedIn(customer, Role.BUYER);
        buyer.navigate("/trades/" + trade);

        assertThat(buyer.locator("ol.findings").first()).containsText("PIPL-23-1");
        assertThat(buyer.locator("main")).not().containsText("Would change it");
        assertThat(buyer.locator("ol.findings").first()).not().containsText("= false");
        follow(buyer, "How to pass");
        assertThat(buyer.locator("section[aria-labelledby=fix]")).containsText("must be true before anyone states it");
        assertThat(buyer.locator("section[aria-labelledby=fix]")).not().containsText("false →");
    }

    @Test
    void whatTheLawAsksOfTheUseHasAFieldWhenQuotedOrderedAndHeld() throws Exception {
        var listing = listedPersons(fresh("Persons asked"), "0.00", Persons.TOLD);
        var buyer = signedIn(customer, Role.BUYER);
        buyer.navigate("/listings/" + listing);
        field(buyer, "Purpose").selectOption("RESEARCH");
        write(buyer, "Use scenario", "a study");
        press(buyer, "May I buy this?");
        assertThat(buyer.locator("#answer")).containsText("A compliance officer would review the order first");
        field(buyer, "buyer will use it for automated decision-making").selectOption("false");
        press(buyer, "May I buy this?");
        assertThat(buyer.locator("#answer")).containsText("Yes. An order would be concluded");
        field(buyer, "buyer will use it for automated decision-making").selectOption("");
        press(buyer, "Order…");
        press(buyer, Pattern.compile("^Order and reserve"));
        assertThat(state(buyer)).hasText("held for review");

        var opened = buyer.locator("details:has(form[action$='/use-statement']) summary");
        if (opened.count() > 0) opened.click();
        field(buyer, "buyer will use it for automated decision-making").selectOption("false");
        press(buyer, "Add statement");
        assertThat(state(buyer)).hasText("agreed, awaiting delivery");
        assertThat(buyer.locator("section[aria-labelledby=agreement]")).containsText("automated decision-making");
    }

    @Test
    void whatAnOfficerHasLetPassIsNotToldAsIfAnOfficerMustLook() throws Exception {
        var trade = held(fresh("Settled once"), "0.00", DISPUTED);
        var officer = market.staff(Role.COMPLIANCE_OFFICER);
        market.post(officer, "/trades/" + trade + "/approval", market.approval(officer, "/trades/" + trade))
                .is(200);
        var buyer = signedIn(customer, Role.BUYER);
        buyer.navigate("/trades/" + trade);

        assertThat(buyer.locator("main").getByText("How to pass")).hasCount(0);
        assertThat(buyer.locator("main h2").getByText("Review required")).hasCount(0);
        assertThat(buyer.locator("main").getByText("Approved after review")).hasCount(1);
        assertThat(buyer.locator("section.card h2:has(.badge)")).hasCount(1);
    }

    @Test
    void anExceptionThatDoesNotReachAHeldOrderIsMentionedThere() throws Exception {
        var title = fresh("Excepted once");
        var trade = held(title, "0.00", DISPUTED);
        var officer = market.staff(Role.COMPLIANCE_OFFICER);
        var until = LocalDate.now(Shanghai.ZONE).plusDays(20);
        var read = market.get(officer, "/trades/" + trade).text("/decision/digest");
        market.post(
                        officer,
                        "/trades/" + trade + "/approval",
                        """
                        {"decision": "%s", "ground": "seen", "evidence": "vault/9",
                         "exception": {"scope": "BUYER_WITH_LISTING", "until": "%s"}}"""
                                .formatted(read, until))
                .is(200);
        // The grade is not known any more, so another rule asks for an officer too.
        market.revise(
                        selling,
                        "/products/" + trade,
                        "\"v2\"",
                        Market.product(title, "\"product.rightsDispute\": true, \"product.subjectCount\": 1")
                                .replace("\"product.sampleExposesPI\": false, ", ""))
                .is(200);
        var next = fresh("honest-trade");
        market.put(buying, "/trades/" + next, order(trade)).is(201);
        var reader = signedIn(null, Role.COMPLIANCE_OFFICER);
        reader.navigate("/trades/" + next);

        assertThat(state(reader)).hasText("held for review");
        assertThat(reader.locator("main")).containsText("An exception valid until " + until);
    }

    @Test
    void acceptingPaysOnlyAfterAPageThatSaysWhatToWhomAndForWhat() throws Exception {
        var title = fresh("Paid levels");
        var listing = listed(title, "30.00", CLEAR);
        var trade = fresh("honest-trade");
        market.put(buying, "/trades/" + trade, order(listing)).is(201);
        deliver(trade);
        var buyer = signedIn(customer, Role.BUYER);
        buyer.navigate("/trades/" + trade);

        assertThat(buyer.locator("form[action$='/acceptance']")).hasCount(0);
        follow(buyer, "Accept…");
        var said = buyer.locator("main");
        assertThat(said).containsText("CNY 30.00 is paid to " + seller);
        assertThat(said).containsText("for \"" + title + "\"");
        assertThat(said.getByText(title, new Locator.GetByTextOptions().setExact(true)))
                .hasCount(1);
        assertThat(said).containsText("You have not downloaded the file yet.");
        press(buyer, "Accept the delivery");
        assertThat(state(buyer)).hasText("completed");
        buyer.navigate("/trades/" + trade + "/acceptance");
        assertThat(buyer).hasURL(Pattern.compile("/trades/" + trade + "$"));
    }

    @Test
    void orderingAgainIsNoticedBeforeItReservesOnceMore() throws Exception {
        var listing = listed(fresh("Ordered levels"), "40.00", CLEAR);
        var buyer = signedIn(customer, Role.BUYER);
        order(buyer, listing);
        assertThat(buyer.locator("#earlier")).hasCount(0);
        assertThat(buyer.locator("main")).containsText("CNY 40.00");
        assertThat(buyer.locator("main")).containsText(seller.value());
        press(buyer, "Order and reserve CNY 40.00");
        assertThat(state(buyer)).hasText("agreed, awaiting delivery");
        var first = buyer.url();

        order(buyer, listing);
        assertThat(buyer.getByRole(AriaRole.ALERT)).containsText("reserves another CNY 40.00");
        assertThat(buyer.locator("main")).containsText("agreed, awaiting delivery");
        press(buyer, "Order again and reserve CNY 40.00");
        assertThat(state(buyer)).hasText("agreed, awaiting delivery");
        assertThat(buyer.url()).isNotEqualTo(first);
    }

    @Test
    void anAddressThatAFormWasSentToLeadsToItsPage() throws Exception {
        var listing = listed(fresh("Revisited levels"), "1.00", CLEAR);
        var buyer = signedIn(customer, Role.BUYER);
        for (var left : new String[] {"/quote", "/order"}) {
            buyer.navigate("/listings/" + listing + left);
            assertThat(buyer).hasURL(Pattern.compile("/listings/" + listing + "$"));
            assertThat(buyer.locator("header.site")).containsText("Sign out");
        }
        assertThat(buyer.request().get("/api/v1/quotes").status()).isEqualTo(405);
    }

    @Test
    void thePagesBeforeMoneyMovesFitANarrowScreenInBothLanguages() throws Exception {
        var listing = listed("W".repeat(200), "1.00", CLEAR);
        var trade = fresh("honest-trade");
        market.put(buying, "/trades/" + trade, order(listing)).is(201);
        deliver(trade);
        var buyer = signedIn(customer, Role.BUYER);
        fits(buyer, NARROW, "/trades/" + trade, "/trades/" + trade + "/acceptance", "/listings/" + listing);
        buyer.navigate("/listings/" + listing + "?lang=en");
        order(buyer, listing);
        assertThat(buyer.evaluate("document.documentElement.scrollWidth - innerWidth"))
                .isEqualTo(0);
    }

    private static void order(Page buyer, String listing) {
        buyer.navigate("/listings/" + listing);
        field(buyer, "Purpose").selectOption("RESEARCH");
        write(buyer, "Use scenario", "a study");
        press(buyer, "Order…");
    }

    private static String order(String listing) {
        return """
                {"listing": "%s", "revision": 1, "use": {"purpose": "RESEARCH", "scenario": "floods"}}"""
                .formatted(listing);
    }

    private String listed(String title, String price, String facts) throws Exception {
        var id = fresh("honest-product");
        market.put(selling, "/products/" + id, Market.product(title, facts)).is(201);
        market.put(selling, "/listings/" + id, Market.listing(id, price)).is(201);
        return id;
    }

    private String listedPersons(String title, String price, String told) throws Exception {
        var id = fresh("honest-product");
        market.put(selling, "/products/" + id, Persons.product(title)).is(201);
        market.put(selling, "/listings/" + id, Market.listing(id, price)).is(201);
        market.put(selling, "/products/" + id + "/recipients/" + customer, told).is(201);
        return id;
    }

    /** What was listed without objection gives a reason to look when it is ordered. */
    private String held(String title, String price, String facts) throws Exception {
        if (facts.equals(Persons.DE_IDENTIFIED)) return waiting(listedPersons(title, price, NOT_TOLD));
        var id = listed(title, price, CLEAR);
        market.revise(selling, "/products/" + id, "\"v1\"", Market.product(title, facts))
                .is(200);
        return waiting(id);
    }

    /** Orders it, under the same name. */
    private String waiting(String listing) throws Exception {
        var trade = market.put(buying, "/trades/" + listing, order(listing)).is(201);
        assertThat(trade.text("/state")).isEqualTo("requested");
        return listing;
    }

    private void deliver(String trade) throws Exception {
        var text = fresh("hour,value");
        var sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        market.put(selling, "/contents/" + sha256, text).is(201);
        market.post(selling, "/trades/" + trade + "/delivery", "{\"sha256\": \"" + sha256 + "\"}")
                .is(200);
    }
}
