package pujiang.web.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import pujiang.app.security.Accounts;
import pujiang.app.security.Role;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;

/** A held listing and the officer who decides on it. */
@ExchangeTest
class ListingReviewOverHttpTest {

    private static final String DISPUTED =
            Market.product("Disputed", "\"product.rightsDispute\": true, \"product.grade\": \"GENERAL\"");

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    private Market market;
    private String vendor;
    private String officer;

    @BeforeEach
    void aVendorAndAnOfficer() throws Exception {
        market = new Market(port, accounts);
        vendor = market.token(market.participant("held-vendor"), Role.VENDOR);
        officer = market.staff(Role.COMPLIANCE_OFFICER);
    }

    @Test
    void whatTheLawLeavesOpenWaitsForAnOfficer() throws Exception {
        var held = offer(DISPUTED);
        assertThat(held.is(201).text("/state")).isEqualTo("held");
        assertThat(held.body().get("due").isNull()).isFalse();
        var path = "/listings/" + held.text("/id");
        assertThat(market.get(officer, "/listings?state=held").is(200).body().toString())
                .contains(held.text("/id"));
        var approval = market.approval(officer, path);
        market.post(vendor, path + "/approval", approval).is(403, "request.forbidden");

        var approved = market.post(officer, path + "/approval", approval).is(200);

        assertThat(approved.text("/state")).isEqualTo("published");
        assertThat(approved.text("/revision")).isEqualTo("1");
        var events = market.get(officer, path + "/events").is(200).body();
        assertThat(events.valueStream().map(event -> event.get("name").asString()))
                .containsExactly("listing.held", "listing.published");
        assertThat(events.at("/1/content/clearance/lifting/ground").asString()).isEqualTo("seen");
        assertThat(events.at("/1/content/decision/facts/product.rightsDispute").asBoolean())
                .isTrue();
        assertThat(events.at("/1/actor").asString()).startsWith("user-");
        var forVendor = market.get(vendor, path + "/events").is(200).body();
        assertThat(forVendor.at("/0/content/decision/facts").asString()).startsWith("sha-256:");
    }

    @Test
    void whatAnOfficerHasReadAndTheVendorHasRevisedSinceIsPublishedByNobody() throws Exception {
        var held = offer(DISPUTED).is(201);
        var path = "/listings/" + held.text("/id");
        var read = market.approval(officer, path);
        revise(held.text("/product"));

        var answer = market.post(officer, path + "/approval", read).is(200);

        assertThat(answer.text("/state")).as("it has read what is no longer so").isEqualTo("held");
        assertThat(answer.text("/due")).as("an approval wins no time").isEqualTo(held.text("/due"));
        assertThat(answer.text("/decision/digest")).isNotEqualTo(held.text("/decision/digest"));
        market.post(officer, path + "/approval", read).is(409, "listing.another-answer");
        assertThat(market.post(officer, path + "/approval", market.approval(officer, path))
                        .is(200)
                        .text("/state"))
                .isEqualTo("published");
        assertThat(events(path)).containsExactly("listing.held", "listing.answer-changed", "listing.published");
    }

    /** The first of the two has put the new answer there; the second has not read it. */
    @Test
    void twoOfficersWhoHaveReadTheSamePublishNothingThatNeitherHasRead() throws Exception {
        var held = offer(DISPUTED).is(201);
        var path = "/listings/" + held.text("/id");
        var colleague = market.staff(Role.COMPLIANCE_OFFICER);
        var first = market.approval(officer, path);
        var second = market.approval(colleague, path);
        revise(held.text("/product"));

        market.post(officer, path + "/approval", first).is(200);
        market.post(colleague, path + "/approval", second).is(409, "listing.another-answer");

        assertThat(market.get(officer, path).text("/listing/state")).isEqualTo("held");
    }

    @Test
    void anApprovalThatNamesNoDecisionOrAnotherOnePublishesNothing() throws Exception {
        var path = "/listings/" + offer(DISPUTED).is(201).text("/id");

        var refused = market.post(officer, path + "/approval", "{\"ground\": \"seen\", \"evidence\": \"vault/9\"}")
                .is(400, "request.invalid");
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/decision");
        assertThat(refused.text("/errors/0/code")).isEqualTo("field.required");
        var other = market.approval(officer, path).replaceFirst("sha-256:[0-9a-f]{64}", "sha-256:" + "0".repeat(64));
        market.post(officer, path + "/approval", other).is(409, "listing.another-answer");
        assertThat(market.get(officer, path).text("/listing/state")).isEqualTo("held");
    }

    private void revise(String product) throws Exception {
        var revised = DISPUTED.replace("\"product.sampleExposesPI\": false, ", "");
        market.revise(vendor, "/products/" + product, "\"v1\"", revised).is(200);
    }

    private Stream<String> events(String listing) throws Exception {
        return market.get(officer, listing + "/events")
                .is(200)
                .body()
                .valueStream()
                .map(event -> event.get("name").asString());
    }

    private Market.Answer offer(String product) throws Exception {
        var id = fresh("product");
        market.put(vendor, "/products/" + id, product).is(201);
        return market.put(vendor, "/listings/" + fresh("offer"), Market.listing(id, "100.00"));
    }
}
