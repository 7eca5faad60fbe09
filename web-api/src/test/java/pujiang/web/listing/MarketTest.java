package pujiang.web.listing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.application;
import static pujiang.web.Market.creditCode;
import static pujiang.web.Market.fresh;
import static pujiang.web.Market.listing;
import static pujiang.web.Market.product;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import pujiang.app.security.Accounts;
import pujiang.app.security.Role;
import pujiang.participant.ParticipantId;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;

/** From the application to the catalogue, over HTTP, under the law as it is. */
@ExchangeTest
class MarketTest {

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

    @Test
    void anApplicationIsEnteredOnceAndVerified() throws Exception {
        var id = fresh("lake");
        var path = "/participants/" + id;
        var application = application("湖畔实验室", creditCode());
        market.put(market.operator(), path, application).is(201);
        market.put(market.operator(), path, application).is(200);
        market.put(market.operator(), path, application("Other", creditCode())).is(409, "participant.already-applied");
        assertThat(market.get(market.operator(), path).is(200).text("/state")).isEqualTo("applied");

        var statement = "{\"statement\": %s, \"evidence\": \"vault/2\"}"
                .formatted(Market.STATEMENT.replace("\"seller.piSubjectsHeld\": 0", "\"seller.piSubjectsHeld\": 1"));
        market.revise(market.operator(), path + "/statement", "\"v0\"", statement)
                .is(200);
        market.post(market.operator(), path + "/verification", "{\"version\": 0, \"evidence\": \"seen\"}")
                .is(409, "participant.file-changed");

        var verified =
                market.post(market.operator(), path + "/verification", "{\"version\": 1, \"evidence\": \"seen\"}");

        assertThat(verified.is(200).text("/state")).isEqualTo("active");
        assertThat(verified.body().get("due").isNull()).isTrue();
        assertThat(verified.text("/organisation/name")).isEqualTo("湖畔实验室");
    }

    @Test
    void aRegistrationBelongsToOneFileUntilThatIsClosed() throws Exception {
        var code = creditCode();
        var first = "/participants/" + fresh("first");
        var second = "/participants/" + fresh("second");
        market.put(market.operator(), first, application("First", code)).is(201);
        market.put(market.operator(), second, application("Second", code)).is(409, "participant.registration-taken");
        market.get(market.operator(), second).is(404, "participant.unknown");

        market.post(market.operator(), first + "/rejection", "{\"reason\": \"papers missing\"}")
                .is(200);

        market.put(market.operator(), second, application("Second", code)).is(201);
    }

    @Test
    void aProductIsRegisteredOnceAndRevisedByThoseWhoReadIt() throws Exception {
        var id = fresh("pm25");
        var path = "/products/" + id;
        var first = market.put(vendor, path, product("PM2.5")).is(201);
        assertThat(first.etag()).startsWith("\"v1-");
        assertThat(first.text("/number")).matches("PJR\\d{8}-[0-9A-F]{16}");
        market.put(vendor, path, product("PM2.5")).is(200);
        market.put(vendor, path, product("Ozone")).is(409, "product.already-registered");

        var read = market.get(vendor, path).etag();

        var second = market.revise(vendor, path, read, product("Ozone")).is(200);

        assertThat(second.etag()).startsWith("\"v2-");
        assertThat(second.text("/description/title")).isEqualTo("Ozone");
        market.revise(vendor, path, "\"v1\"", product("Lead")).is(412, "product.stale-revision");
        market.revise(vendor, path, read, product("Lead")).is(412, "edition.stale");
        market.put(vendor, path, product("PM2.5")).is(200);
        assertThat(market.get(vendor, path).text("/description/title")).isEqualTo("Ozone");
        market.post(vendor, path + "/strike-off", "{\"reason\": \"sensor was broken\"}")
                .is(200);
        market.revise(vendor, path, second.etag(), product("Lead")).is(412, "edition.stale");
        market.revise(vendor, path, "\"v2\"", product("Lead")).is(409, "product.struck-off");
    }

    @Test
    void whatTheLawLetsPassIsInTheCatalogueAtOnce() throws Exception {
        var title = "PM2.5 100%_" + fresh("hourly");
        var offered = offer(product(title));
        assertThat(offered.is(201).text("/state")).isEqualTo("published");
        assertThat(offered.text("/decision/decision")).isEqualTo("ALLOW");
        assertThat(offered.text("/decision/ruleBook")).isNotEmpty();

        var buyer = market.token(market.participant("lake"), Role.BUYER);
        var found = market.get(buyer, "/listings?text=" + URLEncoder.encode(title.toLowerCase(Locale.ROOT), UTF_8));

        assertThat(found.is(200).body().get("items")).hasSize(1);
        assertThat(found.text("/items/0/title")).isEqualTo(title);
        assertThat(found.text("/items/0/vendorName")).isEqualTo(delta.value());
        assertThat(found.body().at("/items/0/decision").isNull()).isTrue();
        var read = market.get(buyer, "/listings/" + offered.text("/id")).is(200);
        assertThat(read.text("/description/sample")).isEqualTo("2013-01-01T00:00,87");
        assertThat(read.etag()).startsWith("\"v1-");
        market.get(buyer, "/listings/" + offered.text("/id") + "/events").is(404, "listing.unknown");
    }

    @Test
    void whatTheLawRefusesIsAListingThatItsVendorCanOpenAndRead() throws Exception {
        var refused = offer(product("Core", "\"product.rightsDispute\": false, \"product.grade\": \"CORE\""));

        assertThat(refused.is(201).text("/state")).isEqualTo("refused");
        assertThat(refused.text("/decision/decision")).isEqualTo("DENY");
        var path = "/listings/" + refused.text("/id");
        var read = market.get(vendor, path).is(200);
        assertThat(read.text("/listing/decision/findings/0/rule")).isEqualTo("DSL-21-1");
        assertThat(read.text("/listing/decision/findings/0/title/zh")).isEqualTo("国家核心数据");
        market.get(market.token(market.participant("lake"), Role.BUYER), path).is(404, "listing.unknown");
    }

    @Test
    void newTermsAreJudgedAndAnEditNamesTheRevisionItRead() throws Exception {
        var id = fresh("pm25");
        var path = "/listings/" + fresh("offer");
        market.put(vendor, "/products/" + id, product("PM2.5")).is(201);
        market.put(vendor, path, listing(id, "100.00")).is(201);

        var revised =
                market.revise(vendor, path, "\"v1\"", listing(id, "120.00")).is(200);

        assertThat(revised.etag()).startsWith("\"v2-");
        assertThat(revised.text("/terms/price/amount")).isEqualTo("120.00");
        market.revise(vendor, path, "\"v1\"", listing(id, "130.00")).is(412, "listing.stale-revision");
        market.revise(vendor, path, "\"v2\"", listing("another", "130.00")).is(400, "request.invalid");
        market.revise(vendor, "/products/" + id, "\"v1\"", product("PM2.5", "\"product.grade\": \"CORE\""))
                .is(200);

        var refused =
                market.revise(vendor, path, "\"v2\"", listing(id, "130.00")).is(200);

        assertThat(refused.etag()).startsWith("\"v2-");
        assertThat(refused.text("/terms/price/amount")).isEqualTo("120.00");
        assertThat(refused.text("/state")).isEqualTo("published");
        assertThat(refused.text("/decision/decision")).isEqualTo("DENY");
        market.post(market.operator(), path + "/suspension", "{\"reason\": \"core data\"}")
                .is(200);
        market.post(vendor, path + "/resumption", "").is(409, "stop.not-yours");
        var still = market.post(market.operator(), path + "/resumption", "").is(200);
        assertThat(still.text("/state")).isEqualTo("suspended");
        assertThat(still.body().path("stops"))
                .as("the operator has lifted its own suspension, and the rules deny the listing")
                .singleElement()
                .satisfies(stop -> assertThat(stop.path("author").asString()).isEqualTo("LAW"));
        market.post(vendor, path + "/withdrawal", "{\"reason\": \"not to be had\"}")
                .is(200);
        market.post(vendor, path + "/suspension", "{\"reason\": \"too late\"}").is(409, "listing.wrong-state");
    }

    @Test
    void aSuspendedVendorReadsAndDoesNothingElse() throws Exception {
        var id = fresh("pm25");
        market.put(vendor, "/products/" + id, product("PM2.5")).is(201);
        market.post(market.operator(), "/participants/" + delta + "/suspension", "{\"reason\": \"complaint\"}")
                .is(200);

        market.get(vendor, "/products/" + id).is(200);
        market.put(vendor, "/products/" + fresh("ozone"), product("Ozone")).is(403, "participant.not-active");
        market.revise(vendor, "/products/" + id, "\"v1\"", product("Ozone")).is(403, "participant.not-active");
        market.put(vendor, "/listings/" + fresh("offer"), listing(id, "1.00")).is(403, "participant.not-active");

        market.post(market.operator(), "/participants/" + delta + "/reinstatement", "{\"reason\": \"cleared\"}")
                .is(200);
        market.put(vendor, "/listings/" + fresh("offer"), listing(id, "1.00")).is(201);
    }

    @Test
    void theCatalogueIsReadPageByPageWithoutGapOrRepeat() throws Exception {
        var id = fresh("pm25");
        market.put(vendor, "/products/" + id, product("PM2.5")).is(201);
        var offers = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            offers.addFirst(fresh("offer"));
            market.put(vendor, "/listings/" + offers.getFirst(), listing(id, "1.00"))
                    .is(201);
        }

        var seen = new ArrayList<String>();
        var next = "";
        do {
            var page = market.get(vendor, "/listings?vendor=" + delta + "&limit=2" + next)
                    .is(200)
                    .body();
            page.get("items")
                    .valueStream()
                    .forEach(item -> seen.add(item.get("id").asString()));
            next = page.get("next").isNull()
                    ? ""
                    : "&cursor=" + page.get("next").asString();
        } while (!next.isEmpty());

        assertThat(seen).isEqualTo(offers);
    }

    @Test
    void whatHoldsForOneRecipientIsStatedAndReplaced() throws Exception {
        var id = fresh("pm25");
        market.put(vendor, "/products/" + id, product("PM2.5")).is(201);
        var lake = market.participant("lake");
        var path = "/products/" + id + "/recipients/" + lake;
        var statement = "{\"facts\": {\"pi.separateConsentProvide\": true}, \"evidence\": \"vault/7\"}";

        market.put(vendor, path, statement).is(201);
        market.put(vendor, path, statement).is(200);
        market.put(vendor, path, statement.replace("true", "false")).is(200);

        assertThat(market.get(vendor, path)
                        .is(200)
                        .body()
                        .at("/statement/facts/pi.separateConsentProvide")
                        .asBoolean())
                .isFalse();
        market.put(vendor, "/products/" + id + "/recipients/nobody-there", statement)
                .is(404, "participant.unknown");
        market.put(
                        vendor,
                        path,
                        statement
                                .replace("pi.separateConsentProvide", "export.ytdSensitive")
                                .replace("true", "1"))
                .is(400, "request.invalid");
    }

    private Market.Answer offer(String product) throws Exception {
        var id = fresh("product");
        market.put(vendor, "/products/" + id, product).is(201);
        return market.put(vendor, "/listings/" + fresh("offer"), listing(id, "100.00"));
    }
}
