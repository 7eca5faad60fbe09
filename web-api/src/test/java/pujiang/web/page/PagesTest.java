package pujiang.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;
import static pujiang.web.page.Gestures.field;
import static pujiang.web.page.Gestures.follow;
import static pujiang.web.page.Gestures.press;
import static pujiang.web.page.Gestures.signIn;
import static pujiang.web.page.Gestures.state;
import static pujiang.web.page.Gestures.write;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pujiang.app.security.Role;
import pujiang.participant.ParticipantId;
import pujiang.web.Market;
import pujiang.web.security.Newcomers;

/** People with a browser. */
class PagesTest extends PageTest {

    private static final String DISPUTED = "\"product.rightsDispute\": true, \"product.grade\": \"GENERAL\"";
    private static final String FILE = "hour,value\n2013-01-01T00:00,87\n";

    private ParticipantId seller;
    private ParticipantId customer;
    private String selling;

    @BeforeAll
    void twoSidesAreThere() throws Exception {
        seller = market.participant("page-vendor");
        customer = market.participant("page-buyer");
        selling = market.token(seller, Role.VENDOR);
        market.post(
                        market.operator(),
                        "/accounts/" + customer + "/deposits",
                        """
                        {"amount": {"amount": "900.00", "currency": "CNY"}, "reference": "%s"}"""
                                .formatted(fresh("page-bank")))
                .is(200);
    }

    @Test
    void aTradeRunsFromTheCatalogueToTheCertificateOnPagesAlone() throws Exception {
        var title = fresh("River levels");
        listed(Market.product(title), "120.00");
        upload();
        var buyer = signedIn(customer, Role.BUYER);

        buyer.navigate("/catalogue");
        buyer.getByRole(AriaRole.SEARCHBOX).fill(title);
        press(buyer, "Search");
        follow(buyer, title);
        field(buyer, "Purpose").selectOption("RESEARCH");
        write(buyer, "Use scenario", "Flood warnings\nfor one district");
        press(buyer, "May I buy this?");
        assertThat(buyer.locator("#answer")).containsText("Yes. An order would be concluded at once.");
        assertThat(field(buyer, "Use scenario")).hasValue("Flood warnings\nfor one district");
        press(buyer, "Order…");
        press(buyer, "Order and reserve CNY 120.00");
        assertThat(state(buyer)).hasText("agreed, awaiting delivery");
        assertThat(buyer.locator("dd.written")).hasText("Flood warnings\nfor one district");
        var trade = buyer.url().replaceFirst("\\?.*", "");

        var vendor = signedIn(seller, Role.VENDOR);
        follow(vendor, title);
        assertThat(vendor.locator("pre")).containsText("/api/v1/contents/$SHA256");
        field(vendor, "File to deliver").selectOption(uploaded());
        press(vendor, "Deliver");
        assertThat(state(vendor)).hasText("delivered, awaiting acceptance");

        buyer.navigate(trade);
        var file = buyer.waitForDownload(() -> press(buyer, "Download"));
        assertThat(Files.readString(file.path())).isEqualTo(FILE);
        follow(buyer, "Accept…");
        press(buyer, "Accept the delivery");
        assertThat(state(buyer)).hasText("completed");
        assertThat(buyer.locator("ol.steps li.done")).hasCount(6);
        assertThat(buyer.locator("main")).containsText(Pattern.compile("PJC\\d{8}-[0-9A-F]{16}"));
        assertThat(buyer.locator("main")).containsText("CNY 117.00");
    }

    @Test
    void anOfficerLetsAHeldListingAndAHeldOrderPassAndTheGroundStaysReadable() throws Exception {
        var title = fresh("Disputed series");
        var listing = listed(Market.product(title, DISPUTED), "10.00");
        var officer = signedIn(null, Role.COMPLIANCE_OFFICER);
        officer.navigate("/");
        follow(officer, title);
        approve(officer, "settled for the listing");
        assertThat(state(officer)).hasText("published");

        var buyer = signedIn(customer, Role.BUYER);
        buyer.navigate("/listings/" + listing);
        field(buyer, "Purpose").selectOption("RESEARCH");
        write(buyer, "Use scenario", "Research on disputes");
        press(buyer, "May I buy this?");
        assertThat(buyer.locator("#answer")).containsText("A compliance officer would review the order first");
        press(buyer, "Order…");
        press(buyer, "Order and reserve CNY 10.00");
        assertThat(state(buyer)).hasText("held for review");
        assertThat(buyer.locator("ol.findings")).containsText("Shanghai Data Regulation art. 55(2)");

        officer.navigate("/");
        follow(officer, title);
        approve(officer, "settled for the order");
        assertThat(state(officer)).hasText("agreed, awaiting delivery");
        buyer.reload();
        assertThat(buyer.locator("table.history")).containsText("settled for the order");
    }

    @Test
    void aRefusalIsToldOnThePageAndWhatWasWrittenIsKept() throws Exception {
        var title = fresh("Dear series");
        var listing = listed(Market.product(title), "901.00");
        var buyer = signedIn(customer, Role.BUYER);
        buyer.navigate("/listings/" + listing + "?lang=zh");
        buyer.locator("#purpose").selectOption("RESEARCH");
        buyer.locator("#scenario").fill("防洪");
        buyer.locator("button", new Page.LocatorOptions().setHasText("下单")).click();

        assertThat(buyer.locator(".notice.bad")).containsText("余额不足");
        assertThat(buyer.locator(".notice.bad code")).hasText("trade.insufficient-funds");
        assertThat(buyer.locator("#scenario")).hasValue("防洪");
        assertThat(buyer.locator("html")).hasAttribute("lang", "zh");
        buyer.locator("a[hreflang=en][lang=en]").click();
        assertThat(buyer).hasURL(Pattern.compile("/listings/" + listing + "\\?lang=en$"));
    }

    @Test
    void aFormThatIsSentTwiceActsOnceAndAnsweredAlike() throws Exception {
        var applicant = fresh("page-applicant");
        market.put(market.operator(), "/participants/" + applicant, Market.application(applicant, Market.creditCode()))
                .is(201);
        var operator = signedIn(null, Role.OPERATOR);
        operator.navigate("/participants/" + applicant);
        var form = "form[action$='/verification']";
        var fields = operator.locator(form)
                .evaluate("form => { form.evidence.value = 'seen'; return new URLSearchParams(new"
                        + " FormData(form)).toString() }")
                .toString();
        for (int time = 0; time < 2; time++) {
            var answer = operator.request()
                    .post(
                            "/participants/" + applicant + "/verification",
                            RequestOptions.create()
                                    .setHeader("Content-Type", "application/x-www-form-urlencoded")
                                    .setMaxRedirects(0)
                                    .setData(fields));
            assertThat(answer.status()).isEqualTo(303);
        }
        operator.reload();
        assertThat(state(operator)).hasText("active");
        assertThat(operator.locator("table.history tbody tr")).hasCount(2);
    }

    @Test
    void whoeverFollowsALinkComesBackToItAfterSigningIn() {
        var username = user(customer, Role.BUYER);
        var reader = browsers.reader("en-US");
        reader.navigate("/trades?state=agreed");
        assertThat(reader).hasURL(Pattern.compile("/sign-in\\?to="));
        signIn(reader, username, "not the pass phrase");
        assertThat(reader.getByRole(AriaRole.ALERT)).containsText("is incorrect");
        assertThat(field(reader, "User name")).hasValue(username);
        signIn(reader, username, Newcomers.PASSWORD);
        assertThat(reader).hasURL(Pattern.compile("/trades\\?state=agreed$"));

        press(reader, Pattern.compile("^Sign out"));
        reader.navigate("/");
        assertThat(reader).hasURL(Pattern.compile("/sign-in"));
    }

    @Test
    void whatIsAnothersIsNotThere() throws Exception {
        var listing = listed(Market.product(fresh("Private series"), DISPUTED), "1.00");
        var stranger = signedIn(market.participant("page-stranger"), Role.VENDOR, Role.BUYER);
        for (var path : new String[] {"/trades/nobodys-trade", "/listings/" + listing, "/participants/" + seller}) {
            var answer = stranger.navigate(path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(stranger.locator("h1")).containsText("not found");
            assertThat(stranger.locator("header.site")).containsText("Sign out");
        }
    }

    @Test
    void theReaderChoosesTheLanguageAndTheChoiceStays() {
        var reader = browsers.reader("zh-CN");
        reader.navigate("/sign-in");
        assertThat(reader.locator("h1")).hasText("登录");
        reader.getByText("English").click();
        assertThat(reader.locator("h1")).hasText("Sign in");
        reader.navigate("/sign-in");
        assertThat(reader.locator("h1")).hasText("Sign in");
        assertThat(reader.locator("html")).hasAttribute("lang", "en");
    }

    @Test
    void aWishThatCannotBeReadIsAnsweredInEnglish() {
        var wish = RequestOptions.create().setHeader("Accept-Language", "zh;q=much");
        var answer = browsers.reader("en-US").request().get("/sign-in", wish);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("<h1>Sign in</h1>");
    }

    /** At the width of a small telephone nothing is cut off or scrolls sideways, and every text is there. */
    @Test
    void everyPageFitsANarrowScreenInBothLanguages() throws Exception {
        var listing = listed(Market.product("W".repeat(200)), "1.00");
        var operator = signedIn(null, Role.OPERATOR);
        fits(
                operator,
                NARROW,
                "/",
                "/trades",
                "/catalogue",
                "/listings/" + listing,
                "/participants",
                "/participants/" + seller,
                "/problems/trade.unknown",
                "/nothing-here");
    }

    private static void approve(Page officer, String ground) {
        write(officer, "Grounds", ground);
        write(officer, "Location of the evidence", "file 7");
        press(officer, "Approve");
    }

    private String listed(String product, String price) throws Exception {
        var id = fresh("page-product");
        market.put(selling, "/products/" + id, product).is(201);
        market.put(selling, "/listings/" + id, Market.listing(id, price)).is(201);
        return id;
    }

    private static String uploaded() throws Exception {
        var digest = MessageDigest.getInstance("SHA-256").digest(FILE.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }

    private void upload() throws Exception {
        assertThat(market.put(selling, "/contents/" + uploaded(), FILE).status())
                .isIn(200, 201);
    }
}
