package pujiang.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import pujiang.app.security.Role;
import pujiang.web.Market;

/** A decision as its readers see it in a browser. */
class DecisionPagesTest extends PageTest {

    /** The vendor has not said where its data is from. */
    @Test
    void whatWouldMakeItPassNamesEveryValueThatWould() throws Exception {
        var vendor = market.token(market.participant("page-vendor"), Role.VENDOR);
        var product = fresh("page-product");
        var unsaid = Market.product(product).replace("\"product.sourceType\": \"SELF_GENERATED\",", "");
        market.put(vendor, "/products/" + product, unsaid).is(201);
        var listing = fresh("page-listing");
        market.put(vendor, "/listings/" + listing, Market.listing(product, "1.00"))
                .is(201);
        var officer = market.staff(Role.COMPLIANCE_OFFICER);
        var change = market.get(officer, "/listings/" + listing + "/decisions/1/explanation")
                .is(200)
                .body()
                .at("/fix/changes/0");
        var values = StreamSupport.stream(change.path("oneOf").spliterator(), false)
                .map(value -> value.asString())
                .toList();
        assertThat(values).hasSizeGreaterThan(1).contains(change.path("to").asString());

        var page = signedIn(null, Role.COMPLIANCE_OFFICER);
        page.navigate("/listings/" + listing + "/decisions/1");
        assertThat(page.locator("#fix ~ ul li"))
                .containsText("passes if the true value is one of these " + labels(values, " or ", "messages"));
        page.navigate("/listings/" + listing + "/decisions/1?lang=zh");
        assertThat(page.locator("#fix ~ ul li")).containsText(labels(values, " 或 ", "messages_zh"));
    }

    /** The dispute is the vendor's to tell, and the memo is the officer's own. */
    @Test
    void aPartysPageWithholdsTheOtherSidesFactsAndTheOfficersEvidence() throws Exception {
        var vendor = market.token(market.participant("page-vendor"), Role.VENDOR);
        var customer = market.participant("page-buyer");
        var trade = disputed(vendor, market.token(customer, Role.BUYER));
        var officer = market.staff(Role.COMPLIANCE_OFFICER);
        var approval = market.approval(officer, "/trades/" + trade).replace("vault/9", "memo 12");
        market.post(officer, "/trades/" + trade + "/approval", approval).is(200);

        var buying = signedIn(customer, Role.BUYER);
        for (var path : List.of("/trades/" + trade, "/trades/" + trade + "/decisions/1")) {
            buying.navigate(path);
            assertThat(buying.locator("main")).containsText("stated by the vendor, not shown to you");
            assertThat(buying.locator("main")).not().containsText("memo 12");
            buying.navigate(path + "?lang=zh");
            assertThat(buying.locator("main")).containsText("由供方填报，不向您展示");
            buying.navigate(path + "?lang=en");
        }
        fits(buying, NARROW, "/trades/" + trade, "/trades/" + trade + "/decisions/1");
        var examining = signedIn(null, Role.COMPLIANCE_OFFICER);
        examining.navigate("/trades/" + trade);
        assertThat(examining.locator("main")).containsText("memo 12");
        assertThat(examining.locator("main")).not().containsText("not shown to you");
    }

    /** A trade that waits for an officer. */
    private String disputed(String vendor, String buyer) throws Exception {
        var product = fresh("page-product");
        var dispute = Market.product(product, "\"product.rightsDispute\": true, \"product.grade\": \"GENERAL\"");
        market.put(vendor, "/products/" + product, Market.product(product)).is(201);
        market.put(vendor, "/listings/" + product, Market.listing(product, "0.00"))
                .is(201);
        market.revise(vendor, "/products/" + product, "\"v1\"", dispute).is(200);
        var trade = fresh("page-trade");
        market.put(
                        buyer,
                        "/trades/" + trade,
                        """
                        {"listing": "%s", "revision": 1, "use": {"purpose": "RESEARCH", "scenario": "air study"}}"""
                                .formatted(product))
                .is(201);
        return trade;
    }

    private static String labels(List<String> values, String or, String bundle) throws IOException {
        var texts = new Properties();
        try (var in = Objects.requireNonNull(
                        DecisionPagesTest.class.getResourceAsStream("/" + bundle + ".properties"));
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return values.stream().map(value -> texts.getProperty("value." + value)).collect(Collectors.joining(or));
    }
}
