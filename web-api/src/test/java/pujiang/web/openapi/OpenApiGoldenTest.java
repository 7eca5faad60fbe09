package pujiang.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import pujiang.web.ExchangeTest;

/** The interface is a promise: a change of it must be seen in a review. */
@ExchangeTest
class OpenApiGoldenTest {

    private static final Path GOLDEN = Path.of("..", "docs", "openapi.json");

    @LocalServerPort
    private int port;

    @Test
    void theInterfaceIsTheOneThatWasAgreed() throws Exception {
        var now = get("/openapi.json");
        if ("write".equals(System.getProperty("golden"))) Files.writeString(GOLDEN, now + "\n");

        assertThat(now)
                .as("the interface has changed; if that is meant: mvn test -Dtest=OpenApiGoldenTest -Dgolden=write")
                .isEqualToIgnoringNewLines(Files.readString(GOLDEN));
    }

    @Test
    void thePageToTryItLoadsNothingFromElsewhere() throws Exception {
        assertThat(get("/swagger-ui/index.html"))
                .contains("swagger-ui")
                .doesNotContainPattern("(src|href)=\"(https?:)?//");
        assertThat(get("/docs")).contains("swagger-ui");
    }

    private String get(String path) throws Exception {
        var client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
        var answer = client.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
