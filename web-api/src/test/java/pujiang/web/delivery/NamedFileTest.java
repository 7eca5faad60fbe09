package pujiang.web.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import pujiang.app.delivery.Parcels;
import pujiang.app.security.Accounts;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.Sale;

/** A file arrives under the name that its vendor has given it. */
@ExchangeTest
class NamedFileTest {

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    private Market market;
    private Sale sale;
    private String trade;
    private String sha256;

    @BeforeEach
    void aTradeThatIsAgreed() throws Exception {
        market = new Market(port, accounts);
        sale = new Sale(market, "10.00").deposit("10.00");
        trade = fresh("named-trade");
        sale.order(trade).is(201);
        sha256 = sale.uploaded("hour,value " + trade);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            pm25 2024.csv     | pm25 2024.csv | pm25%202024.csv
            上海（小时值）.csv  | TRADE.csv     | %E4%B8%8A%E6%B5%B7%EF%BC%88%E5%B0%8F%E6%97%B6%E5%80%BC%EF%BC%89.csv
            50%.parquet       | TRADE.parquet | 50%25.parquet
            数据               | TRADE         | %E6%95%B0%E6%8D%AE
            """)
    void itIsSavedUnderTheNameWithItsExtension(String name, String plain, String encoded) throws Exception {
        deliver(name).is(200);

        var view = market.get(sale.buyer(), "/trades/" + trade).is(200);
        assertThat(view.text("/fileName")).isEqualTo(name);
        var link = market.post(sale.buyer(), "/trades/" + trade + "/downloads", "")
                .is(201)
                .text("/url");
        var head = new Parcels(port).fetch(sale.buyer(), "HEAD", link);
        assertThat(head.headers().firstValue("Content-Disposition"))
                .contains(
                        "attachment; filename=\"" + plain.replace("TRADE", trade) + "\"; filename*=UTF-8''" + encoded);
    }

    @Test
    void theReceiptAttestsTheBytesAndNotTheName() throws Exception {
        deliver("pm25.csv").is(200);

        assertThat(sale.evidence(trade, "receipt").body().toString())
                .contains(sha256)
                .doesNotContain("pm25.csv");
    }

    /** Events store a handover. A history shows a file by the fields that it has always had, to each reader. */
    @Test
    void aHistoryShowsTheFileBesideTheOtherFieldsOfTheDelivery() throws Exception {
        deliver("pm25.csv").is(200);

        for (var reader : List.of(sale.vendor(), sale.buyer(), market.operator())) {
            var made = market.get(reader, "/trades/" + trade + "/events")
                    .is(200)
                    .body()
                    .path(1)
                    .path("content");
            assertThat(made.at("/content/sha256").asString()).isEqualTo(sha256);
            assertThat(made.path("fileName").asString()).isEqualTo("pm25.csv");
            assertThat(made.has("handover")).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a/b.csv", "..", "a\u200B.csv", "a\u202Evsc.exe", " a.csv", "a\\\\b.csv", "nul.csv", "Com1"})
    void aNameThatIsNoFilesIsRefusedByItsField(String name) throws Exception {
        var answer = deliver(name).is(400);

        assertThat(answer.text("/errors/0/pointer")).isEqualTo("/name");
        assertThat(market.get(sale.vendor(), "/trades/" + trade).text("/state")).isEqualTo("agreed");
    }

    private Market.Answer deliver(String name) throws Exception {
        var body = "{\"sha256\": \"" + sha256 + "\", \"name\": \"" + name + "\"}";
        return market.post(sale.vendor(), "/trades/" + trade + "/delivery", body);
    }
}
