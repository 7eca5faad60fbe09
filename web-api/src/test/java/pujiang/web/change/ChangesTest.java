package pujiang.web.change;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import pujiang.app.security.Accounts;
import pujiang.app.security.Role;
import pujiang.participant.ParticipantId;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import tools.jackson.databind.JsonNode;

/** The feed tells everybody of what it may read, once and in order. */
@ExchangeTest
// Other tests leave numbers without an event; these do not wait for them.
@TestPropertySource(properties = "pujiang.changes.settled-after=0s")
class ChangesTest {

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    private Market market;
    private ParticipantId seller;
    private ParticipantId customer;
    private String vendor;
    private String buyer;

    @BeforeEach
    void twoParties() throws Exception {
        market = new Market(port, accounts);
        seller = market.participant("seller");
        customer = market.participant("customer");
        vendor = market.token(seller, Role.VENDOR);
        buyer = market.token(customer, Role.BUYER);
        market.post(
                        market.operator(),
                        "/accounts/" + customer + "/deposits",
                        "{\"amount\": {\"amount\": \"5.00\", \"currency\": \"CNY\"}, \"reference\": \"%s\"}"
                                .formatted(fresh("paid")))
                .is(200);
    }

    @Test
    void theStaffIsToldOfEverythingInOrder() throws Exception {
        var listing = listed();
        var told = new Feed(port, market.operator()).read();

        assertThat(told.stream().map(each -> each.get("position").asLong()).toList())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(of(told, "participant", seller.value())).startsWith("participant.applied");
        assertThat(of(told, "product", listing)).contains("product.registered");
        assertThat(of(told, "listing", listing)).containsExactly("listing.published");
        assertThat(told).allSatisfy(each -> assertThat(each.get("event").asString())
                .startsWith(each.get("kind").asString() + "."));
    }

    @Test
    void eachPartyIsToldOfWhatItMayRead() throws Exception {
        var listing = listed();
        var trade = fresh("trade");
        market.put(
                        buyer,
                        "/trades/" + trade,
                        """
            {"listing": "%s", "revision": 1, "use": {"purpose": "RESEARCH", "scenario": "air quality forecast"}}"""
                                .formatted(listing))
                .is(201);

        assertThat(kinds(vendor)).contains("product", "listing", "trade", "participant");
        assertThat(kinds(buyer)).contains("trade", "participant").doesNotContain("product", "listing", "recall");
        assertThat(new Feed(port, vendor).events("trade", trade)).isNotEmpty();
        assertThat(new Feed(port, buyer).events("trade", trade)).isNotEmpty();
        assertThat(new Feed(port, vendor).events("participant", customer.value()))
                .isEmpty();
        var stranger = market.token(market.participant("stranger"), Role.VENDOR, Role.BUYER);
        assertThat(new Feed(port, stranger).read())
                .allMatch(each -> each.get("kind").asString().equals("participant"));
    }

    @Test
    void whatIsToldCanBeReadWhereItSays() throws Exception {
        var _ = listed();
        for (var change : new Feed(port, vendor).read()) {
            market.get(vendor, change.get("url").asString().replaceFirst("^/api/v1", ""))
                    .is(200);
        }
    }

    @Test
    void whoAsksAgainIsToldOfWhatIsNewAlone() throws Exception {
        var feed = new Feed(port, vendor);
        var listing = listed();
        assertThat(feed.events("listing", listing)).containsExactly("listing.published");
        assertThat(feed.read()).isEmpty();

        market.post(vendor, "/listings/" + listing + "/withdrawal", "{\"reason\": \"sold out\"}")
                .is(200);

        assertThat(feed.events("listing", listing)).containsExactly("listing.withdrawn");
        assertThat(feed.read()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"after=-1", "limit=0", "limit=201", "after=here", "cursor=AAAA"})
    void aPlaceThatIsNoneIsRefused(String query) throws Exception {
        market.get(vendor, "/changes?" + query).is(400);
    }

    private String listed() throws Exception {
        var id = fresh("changed");
        market.put(vendor, "/products/" + id, Market.product(id)).is(201);
        market.put(vendor, "/listings/" + id, Market.listing(id, "1.00")).is(201);
        return id;
    }

    private Set<String> kinds(String token) throws Exception {
        return new Feed(port, token)
                .read().stream().map(each -> each.get("kind").asString()).collect(Collectors.toSet());
    }

    private static List<String> of(List<JsonNode> told, String kind, String id) {
        return told.stream()
                .filter(each -> each.get("kind").asString().equals(kind)
                        && each.get("id").asString().equals(id))
                .sorted(Comparator.comparingLong(each -> each.get("position").asLong()))
                .map(each -> each.get("event").asString())
                .toList();
    }
}
