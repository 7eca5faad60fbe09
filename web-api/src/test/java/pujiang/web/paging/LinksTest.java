package pujiang.web.paging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;
import pujiang.app.security.Accounts;
import pujiang.app.security.Role;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import tools.jackson.databind.json.JsonMapper;

/** A link that the exchange writes leads to where it says, whatever was asked for. */
@ExchangeTest
@TestInstance(Lifecycle.PER_CLASS)
class LinksTest {

    private static final Pattern IN_HEADER = Pattern.compile("^<([^>]+)>; rel=\"next\"$");
    private static final Pattern ON_PAGE =
            Pattern.compile("rel=\"next\" href=\"([^\"]+)\"|href=\"([^\"]+)\" rel=\"next\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    private Market market;
    private String vendor;

    @BeforeAll
    void aVendor() throws Exception {
        market = new Market(port, accounts);
        vendor = market.token(market.participant("linked"), Role.VENDOR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"C++", "a&b=c", "100% {x}", "#1?", "上海 空气", "%2B"})
    void aSearchIsFollowedToItsLastPageByHeaderAndByPage(String searched) throws Exception {
        var title = fresh("linked") + " " + searched;
        for (int i = 0; i < 3; i++) listed(title);
        var query = "?text=" + URLEncoder.encode(title, UTF_8) + "&limit=1";

        assertThat(titles("/api/v1/listings" + query)).containsOnly(title).hasSize(3);
        assertThat(pages("/catalogue" + query, title)).isEqualTo(3);
    }

    /** A checksum that anybody can compute is no seal, and the place inside is none that the list has ever given. */
    @Test
    void aCursorThatSomebodyHasMadeUpIsRefused() throws Exception {
        for (var list : List.of("trades", "listings", "obligations", "recalls", "rule-drafts", "users")) {
            var place = "no instant\u001fno id\u001f3".getBytes(UTF_8);
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(("/api/v1/" + list + "?").getBytes(UTF_8));
            digest.update((byte) 0);
            var forged = new ByteArrayOutputStream();
            forged.writeBytes(Arrays.copyOf(digest.digest(place), 8));
            forged.writeBytes(place);
            var cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(forged.toByteArray());

            var answer = get(market.operator(), "/api/v1/" + list + "?cursor=" + cursor);

            assertThat(answer.statusCode()).as(list + answer.body()).isIn(400, 403);
            if (answer.statusCode() == 400) assertThat(answer.body()).contains("cursor.malformed");
        }
    }

    private void listed(String title) throws Exception {
        var id = fresh("linked");
        market.put(vendor, "/products/" + id, Market.product(title)).is(201);
        market.put(vendor, "/listings/" + id, Market.listing(id, "1.00")).is(201);
    }

    private List<String> titles(String first) throws Exception {
        var titles = new ArrayList<String>();
        for (var next = first; next != null; ) {
            var answer = get(vendor, next);
            assertThat(answer.statusCode()).as(next + answer.body()).isEqualTo(200);
            json.readTree(answer.body())
                    .get("items")
                    .forEach(item -> titles.add(item.get("title").asString()));
            var link = IN_HEADER.matcher(answer.headers().firstValue("Link").orElse(""));
            next = link.find() ? link.group(1) : null;
            assertThat(titles).hasSizeLessThan(10);
        }
        return titles;
    }

    private int pages(String first, String title) throws Exception {
        int pages = 0;
        for (var next = first; next != null; ) {
            var answer = get(vendor, next);
            assertThat(answer.statusCode()).as(next).isEqualTo(200);
            assertThat(answer.body()).contains(HtmlUtils.htmlEscape(title));
            var link = ON_PAGE.matcher(answer.body());
            next = link.find() ? HtmlUtils.htmlUnescape(link.group(1) == null ? link.group(2) : link.group(1)) : null;
            assertThat(++pages).isLessThan(10);
        }
        return pages;
    }

    private HttpResponse<String> get(String token, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + token);
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
