package pujiang.web.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;
import static pujiang.web.delivery.DeliveredTrade.delivery;
import static pujiang.web.delivery.DeliveredTrade.said;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import pujiang.app.delivery.Parcels;
import pujiang.app.security.Accounts;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.security.AccessCast;

/** A delivery, and the link that leads to it: the buyer's, for a time, until the last byte has gone out. */
@ExchangeTest
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class DownloadTest {

    private static final int SIZE = 5_000_000;
    private static final byte[] FILE = Parcels.bytes(SIZE, 3);

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    private Market market;
    private Parcels parcels;
    private AccessCast cast;
    private String vendor;
    private String buyer;
    private DeliveredTrade trade;
    private String tag;

    @BeforeAll
    void aVendorAndABuyer() throws Exception {
        market = new Market(port, accounts);
        parcels = new Parcels(port);
        cast = new AccessCast(market, accounts, database);
        vendor = cast.token("vendor");
        buyer = cast.token("buyer");
        tag = "\"" + Parcels.sha256(FILE) + "\"";
        assertThat(parcels.upload(vendor, FILE, "text/csv").statusCode()).isIn(200, 201);
    }

    @BeforeEach
    void aTradeThatIsDelivered() throws Exception {
        trade = new DeliveredTrade(market, cast, Parcels.sha256(FILE));
    }

    @Test
    void onlyWhatTheVendorHasUploadedIsDeliveredAndOnlyOnce() throws Exception {
        var another = "/trades/" + cast.freshThings("vendor").filled("{trade}");
        var rivals = fresh("rivals").getBytes(UTF_8);
        assertThat(parcels.upload(cast.token("vendor2"), rivals, "text/csv").statusCode())
                .isEqualTo(201);
        market.post(vendor, another + "/delivery", delivery("f".repeat(64))).is(409, "content.unknown");
        market.post(vendor, another + "/delivery", delivery(Parcels.sha256(rivals)))
                .is(409, "content.unknown");
        market.post(vendor, another + "/delivery", delivery("nonsense")).is(400, "request.invalid");
        market.post(buyer, another + "/downloads", "").is(409, "trade.wrong-state");
        market.get(buyer, another + "/receipt").is(404, "request.not-found");

        var before = market.get(vendor, trade.path()).etag();
        deliver(Parcels.sha256(FILE)).is(200);
        assertThat(market.get(vendor, trade.path()).etag()).isEqualTo(before);
        var other = fresh("other").getBytes(UTF_8);
        parcels.upload(vendor, other, "text/csv");
        deliver(Parcels.sha256(other)).is(409, "trade.wrong-state");
    }

    @Test
    void theLinkLeadsToTheFileOnceAndOnlyItsBuyer() throws Exception {
        var url = trade.link();
        said(parcels.fetch(cast.token("buyer2"), "GET", url), 404, "request.not-found");
        said(parcels.fetch(vendor, "GET", url), 403, "request.forbidden");
        said(parcels.fetch(buyer, "GET", "/api/v1/downloads/guessed"), 404, "request.not-found");

        var whole = parcels.fetch(buyer, "GET", url);

        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo(FILE);
        assertThat(whole.headers().firstValue("ETag")).contains(tag);
        assertThat(whole.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
        said(parcels.fetch(buyer, "GET", url), 410, "download.link-spent");
        assertThat(parcels.fetch(buyer, "GET", trade.link()).body()).isEqualTo(FILE);
    }

    @Test
    void askingWhatItIsUsesNothingUp() throws Exception {
        var url = trade.link();

        var head = parcels.fetch(buyer, "HEAD", url);

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(SIZE);
        assertThat(head.headers().firstValue("Accept-Ranges")).contains("bytes");
        assertThat(trade.collections()).isZero();
        assertThat(parcels.fetch(buyer, "GET", url).body()).isEqualTo(FILE);
        assertThat(trade.collections()).isEqualTo(1);
    }

    @Test
    void aDownloadThatBreaksOffIsResumedAndIsNoIncident(CapturedOutput log) throws Exception {
        var url = trade.link();
        try (var wire = new Wire(port)) {
            var begun = new String(
                    wire.head("GET " + url + " HTTP/1.1", "Authorization: Bearer " + buyer)
                            .read(100_000),
                    UTF_8);
            assertThat(begun).startsWith("HTTP/1.1 200");
        }

        var rest = parcels.fetch(buyer, "GET", url, "Range", "bytes=1000000-", "If-Range", tag);

        assertThat(rest.statusCode()).isEqualTo(206);
        assertThat(rest.headers().firstValue("Content-Range")).contains("bytes 1000000-4999999/5000000");
        assertThat(rest.body()).isEqualTo(Arrays.copyOfRange(FILE, 1_000_000, SIZE));
        // What broke off may have arrived or not: the buyer knows, and may ask for it again.
        assertThat(parcels.fetch(buyer, "GET", url, "Range", "bytes=0-999999").statusCode())
                .isEqualTo(206);
        said(parcels.fetch(buyer, "GET", url), 410, "download.link-spent");
        assertThat(trade.collections()).isEqualTo(1);
        assertThat(log).doesNotContain("Incident", "Exception");
    }

    @Test
    void whatIsSpentIsAllOfTheFileInWhicheverOrder() throws Exception {
        var url = trade.link();
        for (var range : List.of("bytes=-1", "bytes=2000000-3999999", "bytes=0-2000000", "bytes=3000000-4999998")) {
            assertThat(parcels.fetch(buyer, "GET", url, "Range", range).statusCode())
                    .as(range)
                    .isEqualTo(206);
        }
        said(parcels.fetch(buyer, "GET", url), 410, "download.link-spent");

        var other = trade.link();
        assertThat(parcels.fetch(buyer, "GET", other, "Range", "bytes=-1").statusCode())
                .isEqualTo(206);
        assertThat(parcels.fetch(buyer, "GET", other).body()).isEqualTo(FILE);
        said(parcels.fetch(buyer, "GET", other), 410, "download.link-spent");
    }

    /** All of it fits into the buffers of both systems: that it was written tells nothing. */
    @ParameterizedTest
    @ValueSource(ints = {2_000, 60_000, 1_500_000})
    void whoHangsUpWithBytesUnreadHasNotSpentTheLink(int size) throws Exception {
        var small = Parcels.bytes(size, size);
        parcels.upload(vendor, small, "text/csv");
        trade = new DeliveredTrade(market, cast, Parcels.sha256(small));
        var url = trade.link();
        try (var wire = new Wire(port)) {
            wire.head("GET " + url + " HTTP/1.1", "Authorization: Bearer " + buyer);
            assertThat(new String(wire.read(1_000), UTF_8)).startsWith("HTTP/1.1 200");
            Thread.sleep(200);
        }

        var rest = parcels.fetch(buyer, "GET", url, "Range", "bytes=1000-");

        assertThat(rest.statusCode()).as(new String(rest.body(), UTF_8)).isEqualTo(206);
        assertThat(rest.body()).isEqualTo(Arrays.copyOfRange(small, 1_000, size));
        assertThat(parcels.fetch(buyer, "GET", url).body()).isEqualTo(small);
        said(parcels.fetch(buyer, "GET", url), 410, "download.link-spent");
    }

    @Test
    void theFileIsCalledAsTheProductThatWasBought() throws Exception {
        var head = parcels.fetch(buyer, "HEAD", trade.link());

        var name = head.headers().firstValue("Content-Disposition").orElse("");
        assertThat(name).startsWith("attachment; filename=\"" + trade.id() + ".csv\"; filename*=UTF-8''");
        assertThat(name).endsWith(".csv").doesNotContain(Parcels.sha256(FILE));
        assertThat(parcels.fetch(buyer, "GET", trade.link(), "If-None-Match", "*")
                        .statusCode())
                .isEqualTo(304);
        assertThat(trade.collections()).isZero();
    }

    @ParameterizedTest(name = "{0} if {1} → {2} {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            bytes=0-9            | ``      | 206 | bytes 0-9/5000000
            bytes=4999999-       | ``      | 206 | bytes 4999999-4999999/5000000
            bytes=-10            | ``      | 206 | bytes 4999990-4999999/5000000
            bytes=10-99999999    | ``      | 206 | bytes 10-4999999/5000000
            bytes=-99999999999999999999                     | `` | 206 | bytes 0-4999999/5000000
            bytes=4999999-99999999999999999999999999        | `` | 206 | bytes 4999999-4999999/5000000
            bytes=99999999999999999999-                     | `` | 416 | bytes */5000000
            bytes=-0             | ``      | 416 | bytes */5000000
            bytes=0-9            | "other" | 200 | ``
            bytes=0-9, 20-29     | ``      | 200 | ``
            items=0-9            | ``      | 200 | ``
            bytes=5000000-       | ``      | 416 | bytes */5000000
            bytes=9-0            | ``      | 416 | bytes */5000000
            bytes=x              | ``      | 416 | bytes */5000000
            """)
    void aRangeIsServedAsTheStandardSays(String range, String ifRange, int status, String contentRange)
            throws Exception {
        var headers =
                ifRange.isEmpty() ? new String[] {"Range", range} : new String[] {"Range", range, "If-Range", ifRange};

        var answer = parcels.fetch(buyer, "GET", trade.link(), headers);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Range").orElse("")).isEqualTo(contentRange);
        if (status == 200) assertThat(answer.body()).isEqualTo(FILE);
        if (status == 416) assertThat(new String(answer.body(), UTF_8)).contains("download.range-not-satisfiable");
        assertThat(trade.collections()).isEqualTo(status == 416 ? 0 : 1);
    }

    @Test
    void aLinkIsBegunInTimeAndThenHasItsTimeToFinish() throws Exception {
        var late = trade.link();
        var begun = trade.link();
        assertThat(parcels.fetch(buyer, "GET", begun, "Range", "bytes=0-9").statusCode())
                .isEqualTo(206);

        database.sql("update download_link set begin_by = '2020-01-01' where trade = ?")
                .param(trade.id())
                .update();

        said(parcels.fetch(buyer, "GET", late), 410, "download.link-spent");
        said(parcels.fetch(buyer, "HEAD", late), 410, "");
        assertThat(parcels.fetch(buyer, "GET", begun, "Range", "bytes=0-9").statusCode())
                .isEqualTo(206);
        database.sql("update download_link set finish_by = '2020-01-01' where trade = ?")
                .param(trade.id())
                .update();
        said(parcels.fetch(buyer, "GET", begun, "Range", "bytes=0-9"), 410, "download.link-spent");
    }

    @Test
    void whatWasAcceptedCanStillBeFetched() throws Exception {
        market.post(buyer, trade.path() + "/acceptance", "").is(200);

        assertThat(parcels.fetch(buyer, "GET", trade.link()).body()).isEqualTo(FILE);
    }

    private Market.Answer deliver(String content) throws Exception {
        return market.post(vendor, trade.path() + "/delivery", delivery(content));
    }
}
