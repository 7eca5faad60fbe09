package pujiang.web.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;
import static pujiang.web.Market.listing;
import static pujiang.web.Market.product;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import pujiang.app.security.Accounts;
import pujiang.app.security.Role;
import pujiang.participant.ParticipantId;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;

/** What the market keeps out: the eyes and hands of strangers, and content that cannot be meant. */
@ExchangeTest
class MarketWallsTest {

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    private Market market;
    private ParticipantId delta;
    private String vendor;

    @BeforeEach
    void aVendor() throws Exception {
        market = new Market(port, accounts);
        delta = market.participant("delta");
        vendor = market.token(delta, Role.VENDOR);
    }

    @ParameterizedTest(name = "{0} {1} → {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            GET  | /participants/{vendor}                 |                       | participant.unknown
            GET  | /participants/{vendor}/events          |                       | participant.unknown
            GET  | /products/{product}                    |                       | product.unknown
            GET  | /products/{product}/events             |                       | product.unknown
            GET  | /products/{product}/recipients         |                       | product.unknown
            GET  | /products/{product}/recipients/lake    |                       | product.unknown
            PUT  | /products/{product}/recipients/lake    | {"facts": {}, "evidence": "x"} | product.unknown
            POST | /products/{product}/strike-off         | {"reason": "x"}       | product.unknown
            PUT  | /listings/never-seen                   | {listing}             | product.unknown
            GET  | /listings/{listing}/events             |                       | listing.unknown
            POST | /listings/{listing}/suspension         | {"reason": "x"}       | listing.unknown
            POST | /listings/{listing}/resumption         |                       | listing.unknown
            POST | /listings/{listing}/withdrawal         | {"reason": "x"}       | listing.unknown
            """)
    void whatIsAnothersIsNotEvenThere(String method, String path, String body, String code) throws Exception {
        var id = fresh("pm25");
        market.put(vendor, "/products/" + id, product("PM2.5")).is(201);
        var offer = fresh("offer");
        market.put(vendor, "/listings/" + offer, listing(id, "1.00")).is(201);
        var stranger = market.token(market.participant("rival"), Role.VENDOR);

        var there =
                path.replace("{vendor}", delta.value()).replace("{product}", id).replace("{listing}", offer);
        var sent = body == null ? "" : body.replace("{listing}", listing(id, "1.00"));

        market.send(stranger, method, there, sent).is(404, code);
        assertThat(market.get(vendor, "/listings/" + offer).text("/listing/state"))
                .isEqualTo("published");
    }

    @ParameterizedTest(name = "{0} → {1}: {2} at {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            "title": "PM2.5"            | "title": ""                | text.blank          | /description/title
            "to": "2015-12-31"          | "to": "2012-12-31"         | date.before-start   | /description/to
            "rows": 26280               | "rows": -1                 | number.out-of-range | /description/rows
            "rows": 26280               | "rows": 1e99               | field.wrong-type    | /description/rows
            "name": "hour"              | "name": " "                | text.blank          | /description/schema/0/name
            "frequency": "HOURLY"       | "frequency": "SOMETIMES"   | choice.unknown      | /description/frequency
            "source"                    | "spring": 1, "source"      | field.unknown       | /description/spring
            {"product.deidStatus"       | {"a": 1, "product.deidStatus" | fact.unknown-name   | /profile/a
            "product.grade": "GENERAL"  | "product.grade": "BEST"    | fact.wrong-value    | /profile/product.grade
            "product.grade": "GENERAL"  | "seller.isCIIO": "NO"      | fact.not-yours      | /profile/seller.isCIIO
            """)
    void aHostileProductIsRefusedByItsField(String from, String to, String code, String pointer) throws Exception {
        var good = product("PM2.5");
        assertThat(good).contains(from);
        var path = "/products/" + fresh("hostile");

        var problem = market.put(vendor, path, good.replace(from, to)).is(400, "request.invalid");

        assertThat(problem.text("/errors/0/code")).as(problem.body().toString()).isEqualTo(code);
        assertThat(problem.text("/errors/0/pointer"))
                .as(problem.body().toString())
                .isEqualTo(pointer);
        market.get(vendor, path).is(404, "product.unknown");
    }

    @ParameterizedTest(name = "{0} → {1}: {2} at {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            2099-12-31     | 2020-12-31   | date.in-the-past     | /terms/until
            "100.00"       | "-1.00"      | number.out-of-range  | /terms/price/amount
            "CNY"          | "USD"        | currency.unsupported | /terms/price/currency
            365            | 0            | number.out-of-range  | /terms/termDays
            ["RESEARCH"]   | []           | list.empty           | /terms/purposes
            """)
    void aHostileListingIsRefusedByItsField(String from, String to, String code, String pointer) throws Exception {
        var id = fresh("pm25");
        market.put(vendor, "/products/" + id, product("PM2.5")).is(201);
        var path = "/listings/" + fresh("offer");

        var problem = market.put(vendor, path, listing(id, "100.00").replace(from, to))
                .is(400, "request.invalid");

        assertThat(problem.text("/errors/0/code")).isEqualTo(code);
        assertThat(problem.text("/errors/0/pointer")).isEqualTo(pointer);
        market.get(vendor, path).is(404, "listing.unknown");
    }

    @Test
    void aVendorSeesItsOwnInListsAndNoOthers() throws Exception {
        var id = fresh("pm25");
        market.put(vendor, "/products/" + id, product("PM2.5")).is(201);
        var rival = market.token(market.participant("rival"), Role.VENDOR);

        assertThat(ids(market.get(vendor, "/products").is(200))).contains(id);
        assertThat(ids(market.get(rival, "/products").is(200))).isEmpty();
        assertThat(ids(market.get(vendor, "/participants").is(200))).containsExactly(delta.value());
    }

    private static List<String> ids(Market.Answer page) {
        return page.body()
                .get("items")
                .valueStream()
                .map(item -> item.get("id").asString())
                .toList();
    }
}
