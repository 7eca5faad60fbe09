package pujiang.web.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import pujiang.web.Market;
import pujiang.web.Market.Answer;
import pujiang.web.security.AccessCast;

/** A trade between the cast's vendor and buyer that was delivered, and the links that lead to what it delivered, for tests. */
final class DeliveredTrade {

    private final Market market;
    private final String buyer;
    private final String id;

    /** @param sha256 of what the vendor has uploaded */
    DeliveredTrade(Market market, AccessCast cast, String sha256) throws Exception {
        this.market = market;
        buyer = cast.token("buyer");
        id = cast.freshThings("vendor").filled("{trade}");
        market.post(cast.token("vendor"), path() + "/delivery", delivery(sha256))
                .is(200);
    }

    static String delivery(String sha256) {
        return "{\"sha256\": \"" + sha256 + "\"}";
    }

    String id() {
        return id;
    }

    String path() {
        return "/trades/" + id;
    }

    /** Asked for by the buyer. */
    Answer askForLink() throws Exception {
        return market.post(buyer, path() + "/downloads", "");
    }

    String link() throws Exception {
        return askForLink().is(201).text("/url");
    }

    /** How often its history says that it was collected. */
    long collections() throws Exception {
        return market.get(buyer, path() + "/events")
                .is(200)
                .body()
                .valueStream()
                .filter(event -> event.get("name").asString().equals("trade.delivery-collected"))
                .count();
    }

    /** Fails unless a fetch was answered so. */
    static void said(HttpResponse<byte[]> answer, int status, String code) {
        var body = new String(answer.body(), UTF_8);
        assertThat(answer.statusCode()).as(body).isEqualTo(status);
        assertThat(body).contains(code);
    }
}
