package pujiang.web.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import pujiang.app.security.Accounts;
import pujiang.app.security.Role;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.Sale;

/** Who did something on another side is told by party and office: a name of a user is what one guesses passwords for. */
@ExchangeTest
class NamesOfOthersTest {

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    private Market market;
    private Sale sale;
    private String officer;
    private String trade;

    /** Held because its product fell into dispute after it was listed, approved and delivered. */
    @BeforeEach
    void aTradeInWhichEverySideHasActed() throws Exception {
        market = new Market(port, accounts);
        sale = new Sale(market, "10.00").deposit("100.00");
        officer = market.staff(Role.COMPLIANCE_OFFICER);
        var disputed = Market.product("Disputed", "\"product.rightsDispute\": true, \"product.grade\": \"GENERAL\"");
        market.revise(sale.vendor(), "/products/" + sale.product(), "\"v1\"", disputed)
                .is(200);
        trade = "/trades/" + fresh("named");
        sale.order(trade.substring("/trades/".length())).is(201);
        market.post(officer, trade + "/claim", "").is(200);
        market.post(officer, trade + "/approval", market.approval(officer, trade))
                .is(200);
    }

    @Test
    void aPartyReadsItsOwnUsersByNameAndOthersByPartyAndOffice() throws Exception {
        var byBuyer = market.get(sale.buyer(), trade + "/events").is(200).body();
        var byVendor = market.get(sale.vendor(), trade + "/events").is(200).body();

        assertThat(byBuyer.at("/0/actor").asString()).isEqualTo(name(sale.buyer()));
        assertThat(byVendor.at("/0/actor").asString()).isEqualTo(sale.buyerId() + "/BUYER");
        for (var read : List.of(byBuyer, byVendor)) {
            assertThat(read.toString()).contains("exchange/COMPLIANCE_OFFICER").doesNotContain(name(officer));
            assertThat(read.at("/2/content/clearance/lifting/officer").asString())
                    .isEqualTo("exchange/COMPLIANCE_OFFICER");
        }
        assertThat(byBuyer.toString()).doesNotContain("\"" + name(sale.vendor()) + "\"");
        assertThat(byVendor.toString()).doesNotContain("\"" + name(sale.buyer()) + "\"");
    }

    @Test
    void theExchangesOwnPeopleReadEverybodyByName() throws Exception {
        var events = market.get(market.operator(), trade + "/events").is(200).body();

        assertThat(events.at("/0/actor").asString()).isEqualTo(name(sale.buyer()));
        assertThat(events.at("/1/content/officer").asString()).isEqualTo(name(officer));
    }

    @Test
    void aVendorReadsWhoStoppedItsListingByOfficeOnly() throws Exception {
        var listing = "/listings/" + sale.listing();
        var product = "/products/" + sale.product();
        for (var stopped : List.of(listing, product))
            market.post(officer, stopped + "/suspension", "{\"reason\": \"seen\"}")
                    .is(200);

        for (var path : List.of(listing + "/events", listing, product + "/events", product, "/products")) {
            assertThat(market.get(sale.vendor(), path).is(200).body().toString())
                    .as(path)
                    .doesNotContain(name(officer));
        }
    }

    private String name(String token) throws Exception {
        return market.get(token, "/me").text("/username");
    }
}
