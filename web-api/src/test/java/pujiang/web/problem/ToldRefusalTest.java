package pujiang.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How a refusal is told: by parameter, in the caller's language, as JSON or as a page. */
@SpringBootTest(classes = BadInputTest.OnlyWhatAnswers.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class ToldRefusalTest {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private JsonMapper json;

    @ParameterizedTest(name = "{0} → {1} at {2}")
    @CsvSource(
            textBlock =
                    """
            on=2026-02-30&purpose=RESEARCH&count=1, date.malformed,   on
            on=2026-02-28&purpose=FUN&count=1,      choice.unknown,   purpose
            on=2026-02-28&purpose=RESEARCH&count=x, field.wrong-type, count
            on=2026-02-28&purpose=RESEARCH,         field.required,   count
            """)
    void aWrongParameterIsNamed(String query, String code, String parameter) throws Exception {
        var problem = problem(send(request("/orders?" + query).GET()), 400, "request.invalid");

        assertThat(problem.at("/errors/0/code").asString()).isEqualTo(code);
        assertThat(problem.at("/errors/0/parameter").asString()).isEqualTo(parameter);
    }

    @Test
    void whatCannotBeAnsweredInTheWayAskedForIsAProblemAllTheSame() throws Exception {
        var query = "/orders?on=2026-02-28&purpose=RESEARCH&count=1";

        problem(send(HttpRequest.newBuilder(uri(query)).header("Accept", "image/png")), 406, "request.not-acceptable");
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            zh-CN,zh;q=0.9,en;q=0.5 | zh | 请求内容无效
            en-GB                   | en | Invalid request
            en;q=0.5, zh;q=0.8      | zh | 请求内容无效
            fr                      | en | Invalid request
            """)
    void problemsSpeakTheCallersLanguage(String wish, String language, String title) throws Exception {
        var answer = send(request("/orders/trade-1")
                .header("Accept-Language", wish)
                .PUT(BodyPublishers.ofString(BadInputTest.GOOD.replace("30,", "0,"))));

        var problem = problem(answer, 400, "request.invalid");
        assertThat(problem.get("title").asString()).isEqualTo(title);
        assertThat(answer.headers().firstValue("Content-Language")).contains(language);
    }

    @Test
    void aBrowserGetsAPageAndTheCodeIsExplainedInBothLanguages() throws Exception {
        var missing = send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/nowhere"))
                .header("Accept", "text/html"));
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains("<h1>Not found</h1>", "/problems/request.not-found");

        var explained =
                send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/problems/request.not-found"))
                        .header("Accept", "text/html"));
        assertThat(explained.body()).contains("request.not-found", "Not found", "未找到", "404");
    }

    private JsonNode problem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains(Problem.MEDIA_TYPE);
        var problem = json.readTree(answer.body());
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("type").asString()).isEqualTo("/problems/" + code);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        return problem;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).header("Content-Type", "application/json");
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + "/api/v1" + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
