package pujiang.web.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import pujiang.web.problem.ProblemAnswers;
import tools.jackson.databind.json.JsonMapper;

/** Which pages may call from a browser: those of the origins that a setting names, and with a token only. */
class OtherOriginsTest {

    private static final String DESK = "https://desk.example";

    private final ProblemAnswers answers =
            new ProblemAnswers(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), new SimpleMeterRegistry());

    @ParameterizedTest(name = "{0} from {1} → {2}, goes on: {3}")
    @CsvSource(
            textBlock =
                    """
            OPTIONS, https://desk.example,       /api/v1/trades, 200, false
            OPTIONS, https://desk.example:8443,  /api/v1/trades, 403, false
            OPTIONS, https://elsewhere.example,  /api/v1/trades, 403, false
            OPTIONS, null,                       /api/v1/trades, 403, false
            OPTIONS, https://desk.example,       /trades,        403, false
            GET,     https://desk.example,       /api/v1/trades, 200, true
            GET,     https://elsewhere.example,  /api/v1/trades, 200, true
            """)
    void onlyTheOriginsThatAreNamedAreLetIn(String method, String origin, String path, int status, boolean goesOn)
            throws Exception {
        var request = new MockHttpServletRequest(method, path);
        request.addHeader("Origin", origin);
        if (method.equals("OPTIONS")) request.addHeader("Access-Control-Request-Method", "PUT");
        var response = new MockHttpServletResponse();
        var chain = new MockFilterChain();

        filter(List.of(DESK)).doFilter(request, response, chain);

        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(chain.getRequest() != null).isEqualTo(goesOn);
        var let = origin.equals(DESK) && path.startsWith("/api/");
        assertThat(response.getHeader("Access-Control-Allow-Origin")).isEqualTo(let ? DESK : null);
        assertThat(response.getHeader("Access-Control-Allow-Credentials")).isNull();
    }

    @Test
    void withoutTheSettingNobodyIsLetIn() throws Exception {
        var request = new MockHttpServletRequest("OPTIONS", "/api/v1/trades");
        request.addHeader("Origin", DESK);
        request.addHeader("Access-Control-Request-Method", "GET");
        var response = new MockHttpServletResponse();

        filter(List.of()).doFilter(request, response, new MockFilterChain());

        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(response.getContentAsString()).contains("request.origin-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "desk.example", "https://desk.example/", "https://*.example", "null"})
    void whatIsNoOriginIsNoSetting(String origin) {
        assertThatThrownBy(() -> filter(List.of(origin))).hasMessageContaining("pujiang.web.allowed-origins");
    }

    private OtherOrigins filter(List<String> allowed) {
        return new OtherOrigins(allowed, answers, JsonMapper.builder().build());
    }
}
