package pujiang.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.page.Gestures.field;
import static pujiang.web.page.Gestures.follow;
import static pujiang.web.page.Gestures.press;
import static pujiang.web.page.Gestures.signIn;
import static pujiang.web.page.Gestures.state;
import static pujiang.web.page.Gestures.write;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pujiang.app.security.Role;
import pujiang.web.Sale;
import pujiang.web.security.Newcomers;

/** What somebody has typed is not lost with a session, a form's token or a language; and nobody else reads it. */
class TypedTextTest extends PageTest {

    private static final String KEPT = "sessionStorage.getItem('pujiang.typed')";
    private static final String REASON = "The source has announced a revision.\nWe wait for it.";

    private Sale sale;
    private String username;
    private Page vendor;

    @BeforeEach
    void aVendorHasBegunToWrite() throws Exception {
        sale = new Sale(market, "10.00");
        username = user(sale.vendorId(), Role.VENDOR);
        vendor = signedIn(username);
        vendor.navigate(address());
        reason(vendor).fill(REASON);
    }

    @Test
    void itOutlivesASessionThatEnded() {
        endTheSession(vendor);
        send(vendor);
        assertThat(vendor).hasURL(Pattern.compile("/sign-in\\?to="));
        assertThat(vendor.locator("#typed")).hasCount(0);

        signIn(vendor, username, Newcomers.PASSWORD);
        assertThat(vendor).hasURL(Pattern.compile(address() + "$"));
        assertThat(vendor.locator("#typed")).containsText("has been restored in its form");
        assertThat(written(vendor)).isVisible();
        assertThat(written(vendor)).hasValue(REASON);

        send(vendor);
        assertThat(state(vendor)).hasText("suspended");
        assertThat(vendor.evaluate(KEPT)).isNull();
    }

    @Test
    void itOutlivesASignInInAnotherTab() {
        var second = vendor.context().newPage();
        second.navigate("/sign-in");
        signIn(second, username, Newcomers.PASSWORD);
        assertThat(second.locator("h1")).hasText("My tasks");

        send(vendor);
        assertThat(vendor.locator("h1")).hasText("The form is no longer valid");
        follow(vendor, "Back to the form");
        assertThat(written(vendor)).hasValue(REASON);
        send(vendor);
        assertThat(state(vendor)).hasText("suspended");
    }

    @Test
    void itOutlivesAChangeOfLanguage() {
        follow(vendor, "中文");
        assertThat(vendor.locator("#typed")).containsText("已放回表单");
        assertThat(written(vendor)).hasValue(REASON);
        follow(vendor, "English");
        assertThat(written(vendor)).hasValue(REASON);

        var buyer = signedIn(sale.buyerId(), Role.BUYER);
        buyer.navigate(address());
        field(buyer, "Purpose").selectOption("RESEARCH");
        write(buyer, "Use scenario", "a study");
        press(buyer, "May I buy this?");
        assertThat(buyer.locator("#answer")).hasCount(1);
        follow(buyer, "中文");
        assertThat(buyer.locator("#purpose")).hasValue("RESEARCH");
        assertThat(buyer.locator("#scenario")).hasValue("a study");
    }

    @Test
    void itOutlivesARefusal() throws Exception {
        market.post(sale.vendor(), address() + "/withdrawal", "{\"reason\": \"sold\"}")
                .is(200);
        send(vendor);
        assertThat(vendor.locator(".notice.bad")).hasCount(1);
        assertThat(vendor.evaluate(KEPT)).asString().contains("announced");
    }

    @Test
    void anotherUserInTheSameTabFindsNothing() {
        var colleague = user(sale.vendorId(), Role.VENDOR);
        endTheSession(vendor);
        send(vendor);
        signIn(vendor, colleague, Newcomers.PASSWORD);

        assertThat(vendor).hasURL(Pattern.compile(address() + "$"));
        assertThat(vendor.locator(".who")).hasText(colleague);
        assertThat(reason(vendor)).hasValue("");
        assertThat(vendor.locator("#typed")).isHidden();
        assertThat(vendor.evaluate(KEPT)).isNull();
    }

    @Test
    void aSignOutForgetsItInEveryTab() {
        var second = vendor.context().newPage();
        second.navigate(address());
        reason(second).fill("of the other tab");
        assertThat(second.evaluate(KEPT)).asString().contains("of the other tab");

        press(vendor, Pattern.compile("^Sign out"));
        assertThat(vendor).hasURL(Pattern.compile("/sign-in$"));
        assertThat(vendor.evaluate(KEPT)).isNull();
        second.waitForFunction(KEPT + " === null");
    }

    @Test
    void passwordsAreNotKeptNorIsMoreThanFits() {
        vendor.evaluate("sessionStorage.clear()");
        reason(vendor).evaluate("field => field.maxLength = 1000000");
        reason(vendor).fill("x".repeat(200_000));
        assertThat(vendor.evaluate(KEPT)).isNull();

        endTheSession(vendor);
        vendor.navigate("/sign-in");
        write(vendor, "User name", username);
        write(vendor, "Password", "not for the storage of a browser");
        assertThat(vendor.evaluate("JSON.stringify(sessionStorage)")).isEqualTo("{}");
    }

    @Test
    void withoutScriptAllGoesOnAsBefore() {
        var reader = browsers.readerWithoutScript();
        reader.navigate(address());
        signIn(reader, username, Newcomers.PASSWORD);
        assertThat(reader).hasURL(Pattern.compile(address() + "$"));
        assertThat(reader.locator("#typed")).isHidden();
        reason(reader).fill(REASON);
        send(reader);
        assertThat(state(reader)).hasText("suspended");
    }

    private String address() {
        return "/listings/" + sale.listing();
    }

    private static Locator written(Page page) {
        return page.locator("form[action$='/suspension'] textarea");
    }

    /** Opened to be written into. */
    private static Locator reason(Page page) {
        var folded = page.locator("details:not([open]):has(form[action$='/suspension']) summary");
        if (folded.count() > 0) folded.click();
        return written(page);
    }

    private static void send(Page page) {
        page.locator("form[action$='/suspension'] button").click();
    }

    /** While the tab still shows its page. */
    private static void endTheSession(Page page) {
        var token = page.locator("input[name=_csrf]").first().inputValue();
        var signOut = RequestOptions.create().setForm(FormData.create().set("_csrf", token));
        assertThat(page.context().request().post("/sign-out", signOut).ok()).isTrue();
    }
}
