package pujiang.web.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import pujiang.app.security.Accounts;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.Sale;

/** Everything is written in UTF-8 and labelled as it is written; a body that is not, or is not whole, is not read. */
@ExchangeTest
@TestInstance(Lifecycle.PER_CLASS)
class EncodingsTest {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    private Market market;
    private Sale sale;
    private String order;

    @BeforeAll
    void aSale() throws Exception {
        market = new Market(port, accounts);
        sale = new Sale(market, "10.00").deposit("1000.00");
        order =
                """
                {"listing": "%s", "revision": 1, "use": {"purpose": "RESEARCH", "scenario": "a study"}}"""
                        .formatted(sale.listing());
    }

    /** The dash before the signature is not in ASCII: in another charset it would verify no more. */
    @ParameterizedTest
    @ValueSource(strings = {"*/*", "*/*;charset=utf-16", "text/plain;charset=us-ascii", "text/*;q=0.2"})
    void aTextIsLabelledAsItIsWhateverCharsetIsAskedFor(String accept) throws Exception {
        var answer = send(asked("/log/checkpoint").header("Accept", accept).GET());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain;charset=UTF-8");
        assertThat(answer.body()).contains("\n\u2014 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32"})
    void aBodyInAnotherEncodingIsNoJson(String charset) throws Exception {
        mustRefuse("Accept", "*/*", order.getBytes(Charset.forName(charset)), "request.malformed");
    }

    /** RFC 9110, section 14.5. */
    @Test
    void aPartOfABodyIsNotTakenForTheWhole() throws Exception {
        var whole = order.getBytes(StandardCharsets.UTF_8);
        mustRefuse("Content-Range", "bytes 0-99/200", whole, "request.invalid");
    }

    private void mustRefuse(String header, String value, byte[] body, String code) throws Exception {
        var trade = "/trades/" + fresh("encoded");
        var answer = send(asked(trade)
                .header("Content-Type", "application/json")
                .header(header, value)
                .PUT(BodyPublishers.ofByteArray(body)));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
        market.get(sale.buyer(), trade).is(404);
    }

    private HttpRequest.Builder asked(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
                .header("Authorization", "Bearer " + sale.buyer());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
