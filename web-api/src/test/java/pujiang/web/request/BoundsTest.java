package pujiang.web.request;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import pujiang.app.security.Accounts;
import pujiang.app.security.Role;
import pujiang.compliance.FactSheet;
import pujiang.compliance.ProductFacts;
import pujiang.listing.Terms;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The smallest inputs that once stopped everybody, and that what is stored from before there were bounds is read. */
@ExchangeTest
class BoundsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JsonMapper json;

    @Autowired
    private JdbcClient database;

    private final HttpClient http = HttpClient.newHttpClient();
    private Market market;
    private String vendor = "";

    @BeforeEach
    void aVendor() throws Exception {
        market = new Market(port, accounts);
        vendor = market.token(market.participant("bounds-vendor"), Role.VENDOR);
    }

    /** Fault 4: the follower of obligations repeated its event for ever. */
    @Test
    void aListingThatRunsForAThousandMillionYearsIsRefusedAtItsLastDay() throws Exception {
        var product = fresh("bounds-product");
        market.put(vendor, "/products/" + product, Market.product("PM2.5")).is(201);
        for (var day : List.of("+999999999-12-31", "2200-01-01", "9999-12-31", "+10000-01-01")) {
            var body = Market.listing(product, "1.00").replace("2099-12-31", day);
            refused("PUT", "/listings/" + fresh("bounds-listing"), body, "/terms/until", "..2199-12-31");
        }
        refused(
                "PUT",
                "/listings/" + fresh("bounds-listing"),
                Market.listing(product, "1000000000000.01"),
                "/terms/price/amount",
                "0.00..1000000000000.00");
        market.put(
                        vendor,
                        "/listings/" + fresh("bounds-listing"),
                        Market.listing(product, "1000000000000.00").replace("2099-12-31", "2199-12-31"))
                .is(201);
    }

    /** Fault 5: it took part in a sum of the exporter's, and the order failed. */
    @Test
    void aProductOfMorePersonsThanThereAreIsRefusedWhenItIsRegistered() throws Exception {
        for (var count : List.of("9223372036854775807", "100000000001", "1e999", "9".repeat(40), "-1")) {
            var body = Market.product("Persons", "\"product.subjectCount\": " + count);
            var pointer = "/profile/product.subjectCount";
            refused("PUT", "/products/" + fresh("bounds-product"), body, pointer, "0..100000000000");
        }
    }

    /** Fault 6: ninety-three of them were more than a number of 64 bits holds. */
    @Test
    void aDepositOfAlmostAThousandTrillionIsRefusedAndTheTrialBalanceIsReadWhateverItAddsUpTo() throws Exception {
        var participant = market.participant("bounds-rich");
        var path = "/accounts/" + participant + "/deposits";
        var body =
                "{\"amount\": {\"amount\": \"999999999999999.99\", \"currency\": \"CNY\"}, \"reference\": \"bounds\"}";
        var answer = send(market.operator(), "POST", path, body, "en");
        assertThat(answer.at("/errors/0/pointer").asString()).isEqualTo("/amount/amount");

        for (int i = 0; i < 100; i++) stored("bounds-old-" + i, participant + "/earned", 99_999_999_999_999_999L);
        try {
            var balance = market.get(market.operator(), "/ledger/trial-balance").is(200);
            assertThat(balance.body()
                            .path("balances")
                            .path(participant + "/earned")
                            .path("amount")
                            .asString())
                    .isEqualTo("99999999999999999.00");
            market.get(market.operator(), "/accounts/" + participant).is(200);
            market.get(market.operator(), "/accounts/" + participant + "/transfers")
                    .is(200);
        } finally {
            database.sql("delete from ledger_transfer where id like 'bounds-old-%'")
                    .update();
        }
    }

    @Test
    void whatWasStoredBeforeThereWereBoundsIsRead() {
        var terms = json.readValue(
                """
                {"price": {"amount": "999999999999999.99", "currency": "CNY"}, "purposes": ["RESEARCH"],
                 "territories": ["MAINLAND"], "termDays": 365, "until": "+999999999-12-31"}""",
                Terms.class);
        assertThat(terms.until()).isEqualTo(LocalDate.MAX);
        assertThat(terms.plan().dueNow()).isEqualTo(Money.parse("CNY 999999999999999.99"));
        var facts = json.readValue("{\"product.subjectCount\": 9223372036854775807}", FactSheet.class);
        assertThat(facts).isEqualTo(FactSheet.empty().with(ProductFacts.SUBJECT_COUNT, Long.MAX_VALUE));
        assertThat(json.readValue("\"+1000000000-12-31T23:59:59Z\"", Instant.class))
                .isAfter(Instant.EPOCH);
    }

    @Test
    void aDayInAQueryIsOfTheCalendarAsWell() throws Exception {
        var product = fresh("bounds-product");
        var listing = fresh("bounds-listing");
        market.put(vendor, "/products/" + product, Market.product("PM2.5")).is(201);
        market.put(vendor, "/listings/" + listing, Market.listing(product, "1.00"))
                .is(201);
        for (var day : List.of("%2B999999999-12-31", "-999999999-01-01", "0000-01-01", "2200-01-01", "NaN")) {
            for (var name : List.of("law", "facts")) {
                var answer = market.get(
                                market.operator(),
                                "/listings/" + listing + "/decisions/1/rehearing?" + name + "=" + day)
                        .is(400);
                assertThat(answer.text("/errors/0/parameter")).isEqualTo(name);
            }
        }
    }

    /** In both languages the field and its range are named. */
    private void refused(String method, String path, String body, String pointer, String range) throws Exception {
        for (var language : List.of("en", "zh")) {
            var answer = send(vendor, method, path, body, language);
            assertThat(answer.path("status").asInt())
                    .as(answer.toPrettyString())
                    .isEqualTo(400);
            assertThat(answer.at("/errors/0/pointer").asString())
                    .as(answer.toPrettyString())
                    .isEqualTo(pointer);
            assertThat(answer.at("/errors/0/required").asString())
                    .as(answer.toPrettyString())
                    .endsWith(range);
            var most = range.substring(range.lastIndexOf("..") + 2);
            assertThat(answer.at("/errors/0/detail").asString()).contains(most);
        }
    }

    private JsonNode send(String token, String method, String path, String body, String language) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Accept-Language", language)
                .header("Idempotency-Key", fresh("key"))
                .method(method, BodyPublishers.ofString(body));
        return JsonMapper.shared()
                .readTree(http.send(request.build(), BodyHandlers.ofString()).body());
    }

    private void stored(String id, String credit, long fen) {
        database.sql(
                        """
                        insert into ledger_transfer (id, debit, credit, minor, currency, kind, resolves, reference, at,
                            unexplained)
                        values (?, 'exchange/bank', ?, ?, 'CNY', 'PAY', null, 'bounds', '2026-11-23', 1)""")
                .params(id, credit, fen)
                .update();
    }
}
