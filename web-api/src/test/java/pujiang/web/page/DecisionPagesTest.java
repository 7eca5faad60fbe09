package pujiang.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import pujiang.web.Market;
import pujiang.web.security.Role;

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
        assertThat(page.locator("#fix ~ ul li")).containsText("product.sourceType: ? → " + String.join(" or ", values));
        page.navigate("/listings/" + listing + "/decisions/1?lang=zh");
        assertThat(page.locator("#fix ~ ul li")).containsText(String.join(" 或 ", values));
    }
}
