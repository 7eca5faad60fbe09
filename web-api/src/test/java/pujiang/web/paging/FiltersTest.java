package pujiang.web.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import pujiang.app.security.Accounts;
import pujiang.app.security.Role;
import pujiang.participant.ParticipantId;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;

/** A list is narrowed by what its items are about, and by when. */
@ExchangeTest
@TestInstance(Lifecycle.PER_CLASS)
class FiltersTest {

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    private Market market;
    private ParticipantId seller;
    private ParticipantId customer;
    private String vendor;
    private String buyer;
    private String one;
    private String other;
    private String firstTrade;
    private String secondTrade;
    private Instant between;

    @BeforeAll
    void twoTrades() throws Exception {
        market = new Market(port, accounts);
        seller = market.participant("seller");
        customer = market.participant("customer");
        vendor = market.token(seller, Role.VENDOR);
        buyer = market.token(customer, Role.BUYER);
        market.post(
                        market.operator(),
                        "/accounts/" + customer + "/deposits",
                        """
            {"amount": {"amount": "9.00", "currency": "CNY"}, "reference": "%s"}"""
                                .formatted(fresh("paid")))
                .is(200);
        one = listed();
        other = listed();
        firstTrade = ordered(one);
        between = Instant.now();
        secondTrade = ordered(other);
    }

    @Test
    void tradesByWhatWasBoughtByWhomAndWhen() throws Exception {
        for (var token : List.of(market.operator(), vendor, buyer)) {
            assertThat(ids(token, "/trades?listing=" + one)).containsExactly(firstTrade);
            assertThat(ids(token, "/trades?product=" + other)).containsExactly(secondTrade);
            assertThat(ids(token, "/trades?product=" + other + "&listing=" + one))
                    .isEmpty();
            assertThat(ids(token, "/trades?listing=" + one + "&state=agreed")).containsExactly(firstTrade);
            assertThat(ids(token, "/trades?listing=" + one + "&state=completed"))
                    .isEmpty();
            assertThat(ids(token, "/trades?product=" + one + "&since=" + between))
                    .isEmpty();
            assertThat(ids(token, "/trades?product=" + one + "&until=" + between))
                    .containsExactly(firstTrade);
            assertThat(ids(token, "/trades?product=" + other + "&since=" + between))
                    .containsExactly(secondTrade);
        }
    }

    @Test
    void tradesByParty() throws Exception {
        assertThat(ids(market.operator(), "/trades?party=" + seller)).containsExactly(secondTrade, firstTrade);
        assertThat(ids(vendor, "/trades?party=" + customer)).containsExactly(secondTrade, firstTrade);
        assertThat(ids(buyer, "/trades?party=" + seller + "&limit=1")).containsExactly(secondTrade);
        assertThat(ids(vendor, "/trades?party=" + seller)).isEmpty();
        var stranger = market.token(market.participant("stranger"), Role.VENDOR, Role.BUYER);
        assertThat(ids(stranger, "/trades?party=" + seller)).isEmpty();
    }

    @Test
    void productsAndListingsByVendor() throws Exception {
        assertThat(ids(market.operator(), "/products?vendor=" + seller)).contains(one, other);
        assertThat(ids(vendor, "/products?vendor=" + seller)).contains(one, other);
        assertThat(ids(vendor, "/products?vendor=" + customer)).isEmpty();
        assertThat(ids(buyer, "/listings?vendor=" + seller)).contains(other, one);
        assertThat(ids(buyer, "/listings?product=" + one)).containsExactly(one);
        assertThat(ids(buyer, "/listings?product=" + one + "&since=" + between)).isEmpty();
    }

    @Test
    void bookingsByAccountAndTime() throws Exception {
        var bookings = "/bank-bookings?participant=" + customer;
        assertThat(ids(market.operator(), bookings)).hasSize(1);
        assertThat(ids(market.operator(), bookings + "&until=" + between)).hasSize(1);
        assertThat(ids(market.operator(), bookings + "&since=" + between)).isEmpty();
        assertThat(ids(market.operator(), "/bank-bookings?participant=" + seller))
                .isEmpty();
    }

    @Test
    void recallsByProduct() throws Exception {
        var recall = fresh("recall");
        market.put(
                        vendor,
                        "/recalls/" + recall,
                        """
            {"kind": "LICENCE_LAPSED", "product": "%s", "reason": "ended", "evidence": "notice 2"}"""
                                .formatted(listed()))
                .is(201);
        var product = market.get(vendor, "/recalls/" + recall).text("/occurrence/product");

        assertThat(ids(market.operator(), "/recalls?product=" + product)).containsExactly(recall);
        assertThat(ids(vendor, "/recalls?product=" + product)).containsExactly(recall);
        assertThat(ids(vendor, "/recalls?product=" + one)).isEmpty();
    }

    @Test
    void obligationsByBearerAndTrade() throws Exception {
        for (var query : List.of("trade=" + firstTrade, "bearer=" + seller, "listing=" + one, "since=" + between)) {
            for (var token : List.of(market.operator(), vendor, buyer)) {
                market.get(token, "/obligations?" + query).is(200);
            }
        }
        assertThat(ids(buyer, "/obligations?bearer=" + seller)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"since=yesterday", "until=+999999999-01-01T00:00:00Z", "party=%20", "listing="})
    void whatCannotBeSearchedForIsRefused(String query) throws Exception {
        market.get(market.operator(), "/trades?" + query).is(400);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            trade_board where listing = 'a' order by ordered_at desc | trade_by_listing
            trade_board where product = 'a' order by ordered_at desc | trade_by_product
            recall_board where product = 'a' order by filed_at desc | recall_by_product
            obligation_board where trade = 'a' order by incurred_at desc | obligation_by_trade
            product_board where vendor = 'a' order by id | product_by_vendor
            bank_booking where participant = 'a' order by requested_at desc | bank_booking_participant
            """)
    void aFilterHasItsIndex(String query, String index) {
        var keys = database.sql("explain select * from " + query + " limit 51")
                .query((row, _) -> String.valueOf(row.getString("possible_keys")))
                .single();
        assertThat(keys).contains(index);
    }

    private String listed() throws Exception {
        var id = fresh("filtered");
        market.put(vendor, "/products/" + id, Market.product(id)).is(201);
        market.put(vendor, "/listings/" + id, Market.listing(id, "1.00")).is(201);
        return id;
    }

    private String ordered(String listing) throws Exception {
        var id = fresh("filtered-trade");
        market.put(
                        buyer,
                        "/trades/" + id,
                        """
            {"listing": "%s", "revision": 1, "use": {"purpose": "RESEARCH", "scenario": "air quality forecast"}}"""
                                .formatted(listing))
                .is(201);
        return id;
    }

    private List<String> ids(String token, String list) throws Exception {
        return market.get(token, list)
                .is(200)
                .body()
                .get("items")
                .valueStream()
                .map(item ->
                        (item.has("id") ? item : item.path("listing")).get("id").asString())
                .toList();
    }
}
