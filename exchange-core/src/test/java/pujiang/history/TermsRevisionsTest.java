package pujiang.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What was offered for one price is a plan of one price, wherever an event holds terms. */
class TermsRevisionsTest {

    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest(name = "{0}: {1} for {2}")
    @CsvSource({
        "listing.published, offer, 0.01",
        "listing.held, offer, 1200.50",
        "trade.order-refused, proposed, 5.00",
        "trade.order-held, proposed, 5.00",
        "trade.agreed, agreement, 5.00",
        "watch.judged, agreement, 5.00"
    })
    void aPriceIsAPlanThatIsPaidOnce(String event, String at, String amount) {
        var price = "{\"amount\":\"%s\",\"currency\":\"CNY\"}".formatted(amount);

        assertThat(read(event, "{\"%s\":{\"terms\":{\"price\":%s,\"termDays\":1}}}".formatted(at, price)))
                .isEqualTo("{\"%s\":{\"terms\":{\"termDays\":1,\"plan\":{\"oneTime\":{\"price\":%s}}}}}"
                        .formatted(at, price));
    }

    @ParameterizedTest
    @CsvSource({"0.00", "0"})
    void zeroIsFree(String amount) {
        var stored = "{\"terms\":{\"price\":{\"amount\":\"%s\",\"currency\":\"CNY\"}}}".formatted(amount);

        assertThat(read("listing.revised", stored)).isEqualTo("{\"terms\":{\"plan\":{\"free\":{}}}}");
    }

    private static String read(String event, String stored) {
        var current = Upcasters.ofTheProgram().current(event, "1", stored.getBytes(UTF_8));
        return JSON.readTree(current).toString();
    }
}
