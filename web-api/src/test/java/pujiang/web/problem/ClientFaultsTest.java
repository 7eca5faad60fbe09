package pujiang.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.spi.FilterReply;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.RequestDispatcher;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;
import pujiang.app.request.RequestRefusal.Malformed;
import pujiang.app.request.RequestRefusal.NotFound;
import pujiang.app.request.RequestRefusal.TooLarge;

/** A client that does wrong ten thousand times is ten thousand in the metric, and a few lines in the log. */
@ExtendWith(OutputCaptureExtension.class)
class ClientFaultsTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Ticking clock = new Ticking();
    private final ClientFaults faults = new ClientFaults(clock, meters);

    @Test
    void aFloodIsAFewLinesAndOneThatCountsTheRest(CapturedOutput log) {
        for (int i = 0; i < 10_000; i++)
            faults.count(new Malformed(1, 1), request("10.0.0." + i % 200, "/api/v1/tokens"));

        assertThat(log.getAll().lines().filter(line -> line.contains("request.malformed from")))
                .hasSize(10)
                .allMatch(line -> line.endsWith("POST /api/v1/tokens"));
        clock.now = clock.now.plus(Duration.ofMinutes(1));
        faults.count(new TooLarge(1), request("10.0.0.1", "/"));
        assertThat(log.getAll()).containsOnlyOnce("request.malformed: 9990 more within a minute");
        assertThat(counted("request.malformed")).isEqualTo(10_000);
        assertThat(counted("request.too-large")).isEqualTo(1);
    }

    @Test
    void aRequestCountsOnceAndWhatIsNotThereIsCountedWithoutALine(CapturedOutput log) {
        var twice = request("10.0.0.1", "/api/v1/tokens");
        faults.count(new Malformed(1, 1), twice);
        faults.count(new Malformed(1, 1), twice);
        faults.count(new NotFound("/nowhere"), request("10.0.0.1", "/nowhere"));

        assertThat(counted("request.malformed")).isEqualTo(1);
        assertThat(counted("request.not-found")).isEqualTo(1);
        assertThat(log.getAll()).doesNotContain("/nowhere");
    }

    @Test
    void whatWasAskedForIsToldAndNotWhereItIsAnswered(CapturedOutput log) {
        var answered = request("10.0.0.1", "/error");
        answered.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/sign-in");
        answered.setAttribute(RequestDispatcher.ERROR_METHOD, "PUT");
        faults.count(new TooLarge(1), answered);

        assertThat(log.getAll()).contains("request.too-large from 10.0.0.1: PUT /sign-in");
    }

    @Test
    void nobodyBeginsALineOfItsOwn(CapturedOutput log) {
        faults.count(new Malformed(1, 1), request("10.0.0.1", "/a\nERROR Incident" + "x".repeat(1_000)));

        var line = log.getAll()
                .lines()
                .filter(each -> each.contains("request.malformed from"))
                .toList();
        assertThat(line).hasSize(1);
        assertThat(line.getFirst()).contains("/a?ERROR?Incident").endsWith("…").hasSizeLessThan(400);
    }

    @Test
    void theServersOwnWarningsAreRationedAndOursAreNot(CapturedOutput log) {
        var lines = new ServerLines(clock, meters);
        var logging = (LoggerContext) LoggerFactory.getILoggerFactory();
        assertThat(logging.getTurboFilterList()).contains(lines);
        lines.destroy();
        assertThat(logging.getTurboFilterList()).doesNotContain(lines);

        assertThat(passed(lines, "org.apache.coyote.Tried", Level.WARN)).isEqualTo(10);
        assertThat(passed(lines, "org.apache.coyote.Tried", Level.INFO)).isEqualTo(500);
        assertThat(passed(lines, "pujiang.web.problem.Tried", Level.ERROR)).isEqualTo(500);
        assertThat(meters.counter("pujiang.log.left.out", "logger", "org.apache.coyote.Tried")
                        .count())
                .isEqualTo(490);
        clock.now = clock.now.plus(Duration.ofMinutes(1));
        assertThat(passed(lines, "org.apache.catalina.Tried", Level.ERROR)).isEqualTo(10);
        assertThat(log.getAll()).containsOnlyOnce("org.apache.coyote.Tried: 490 more lines");
    }

    /** Of five hundred lines. */
    private static long passed(ServerLines lines, String name, Level level) {
        var logger = new LoggerContext().getLogger(name);
        return IntStream.range(0, 500)
                .filter(_ -> lines.decide(null, logger, level, "cannot be read", null, null) == FilterReply.NEUTRAL)
                .count();
    }

    private double counted(String code) {
        return meters.counter("pujiang.client.faults", "code", code).count();
    }

    private static MockHttpServletRequest request(String source, String path) {
        var request = new MockHttpServletRequest("POST", path);
        request.setRemoteAddr(source);
        return request;
    }

    /** Goes on when it is told to. */
    private static final class Ticking extends Clock {

        private Instant now = Instant.parse("2026-11-30T10:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
