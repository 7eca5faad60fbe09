package pujiang.web.entry;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import pujiang.app.security.Accounts;
import pujiang.app.security.Role;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;

/** What clients do on the wire is their fault: it is answered by 4xx and fills nobody's log. */
@ExchangeTest
@ExtendWith(OutputCaptureExtension.class)
class HostileClientsTest {

    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    private String officer;

    @BeforeEach
    void anOfficer() {
        officer = new Market(port, accounts).staff(Role.COMPLIANCE_OFFICER);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            textBlock =
                    """
            /api/v1/tokens,      application/json
            /api/v1/evaluations, application/json
            /sign-in,            application/x-www-form-urlencoded
            /api/v1/log/consistency, text/plain
            """)
    void aBodyThatBreaksOffIsAtMostOneQuietLine(String path, String type, CapturedOutput log) throws Exception {
        for (int times = 0; times < 5; times++) {
            try (var socket = new Socket("localhost", port)) {
                socket.getOutputStream().write(head("POST " + path, "Content-Type: " + type, "Content-Length: 500"));
                socket.getOutputStream().write("{\"a\": 12345".getBytes(UTF_8));
                socket.getOutputStream().flush();
                Thread.sleep(50);
                socket.setSoLinger(true, 0);
            }
        }
        Thread.sleep(500);
        assertThat(log.getAll()).doesNotContain("ERROR", "Exception", "\tat ", "Incident");
    }

    @Test
    void aFormOfMoreFieldsThanAnyOfOursIsRefused(CapturedOutput log) throws Exception {
        for (var accept : new String[] {"text/html", "application/json"}) {
            assertThat(posted("a&".repeat(100_000), accept)).startsWith("HTTP/1.1 400");
            assertThat(posted("a=" + "x".repeat(2_000_000), accept)).startsWith("HTTP/1.1 413");
            assertThat(posted("username=%C0%AF&password=%zz", accept)).startsWith("HTTP/1.1 400");
        }
        assertThat(log.getAll()).doesNotContain("ERROR", "Exception", "\tat ", "Incident");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/..//evil.com", "/%2e%2e//evil.com", "/.//evil.com", "/a/../..//evil.com"})
    void aWayBackThatLeadsElsewhereLeadsHome(String to, CapturedOutput log) throws Exception {
        var answer = asked("GET /sign-in?to=" + to.replace("%", "%25"), "Accept: text/html");

        assertThat(answer).startsWith("HTTP/1.1 200").doesNotContain("evil.com");
        assertThat(posted("username=a&password=b&to=" + to.replace("%", "%25"), "text/html"))
                .startsWith("HTTP/1.1 200")
                .doesNotContain("evil.com");
        assertThat(log.getAll()).doesNotContain("ERROR", "Incident");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/log/proofs/😀",
                "/api/v1/log/proofs/%F0%9F%98%80",
                "/api/v1/rule-book/files?digest=😀",
                "/api/v1/rule-book/files?digest=%F0%9F%98%80",
                "/api/v1/trades/%F0%9F%98%80",
                "/api/v1/rule-drafts/%F0%9F%98%80",
                "/api/v1/trades?state=%F0%9F%98%80",
                "/api/v1/tokens/%F0%9F%98%80/%ff"
            })
    void whatIsNoNameOfAnythingIsRefused(String path, CapturedOutput log) throws Exception {
        assertThat(asked("GET " + path, "Authorization: Bearer " + officer)).containsPattern("^HTTP/1.1 (400|404|405)");
        assertThat(log.getAll()).doesNotContain("ERROR", "Exception", "Incident");
    }

    private String posted(String form, String accept) throws IOException {
        return asked("POST /sign-in", form, FORM, "Accept: " + accept, "Content-Length: " + form.length());
    }

    private String asked(String line, String header) throws IOException {
        return asked(line, "", header);
    }

    private String asked(String line, String body, String... headers) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(head(line, headers));
            try {
                socket.getOutputStream().write(body.getBytes(ISO_8859_1));
                socket.getOutputStream().flush();
            } catch (IOException _) {
                // Refused before all was sent.
            }
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private static byte[] head(String line, String... headers) {
        return (line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + String.join("\r\n", headers)
                        + "\r\n\r\n")
                .getBytes(UTF_8);
    }
}
