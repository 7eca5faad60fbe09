package pujiang.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class JobsTest {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private final CountDownLatch runs = new CountDownLatch(3);

    /** The jobs of one test. */
    private record Each(String name, Runnable work, Optional<Instant> oldestDue) implements Job {

        @Override
        public Duration pause() {
            return Duration.ofMillis(1);
        }

        @Override
        public Duration firstPause() {
            return Duration.ZERO;
        }

        @Override
        public void run(JobRun jobRun) {
            work.run();
        }
    }

    private final Each slow = new Each("slow", this::waitForTheEnd, Optional.empty());
    private final Each quick = new Each("quick", runs::countDown, Optional.of(NOW.minusSeconds(90)));
    private final Each failing = new Each(
            "failing",
            () -> {
                throw new IllegalStateException("no\ndisk");
            },
            Optional.of(NOW.minusSeconds(900)));

    private final Jobs jobs = new Jobs(
            new StaticListableBeanFactory(Map.of("slow", slow, "quick", quick, "failing", failing))
                    .getBeanProvider(Job.class),
            Clock.fixed(NOW, ZoneOffset.UTC),
            meters);

    @AfterEach
    void stopped() {
        end.countDown();
        jobs.stop();
    }

    @Test
    void aJobThatTakesItsTimeKeepsNoOtherWaitingAndNeverRunsBesideItself() throws Exception {
        jobs.start();

        assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(runs.await(1, TimeUnit.MINUTES))
                .as("three runs of the quick one")
                .isTrue();
        assertThat(view("slow").state()).isEqualTo(JobView.State.RUNNING);
        assertThat(meters.get("pujiang.job.running")
                        .tag("job", "slow")
                        .longTaskTimer()
                        .activeTasks())
                .isEqualTo(1);
    }

    @Test
    void aJobThatFailsRunsAgainAndSaysSo() throws Exception {
        jobs.start();
        for (int attempt = 0; view("failing").failures() < 3; attempt++) {
            assertThat(attempt).as("%s", view("failing")).isLessThan(600);
            Thread.sleep(100);
        }

        assertThat(view("failing").state()).isEqualTo(JobView.State.FAILING);
        assertThat(view("failing").failure()).isEqualTo("IllegalStateException: no disk");
        assertThat(meters.get("pujiang.job.runs")
                        .tags("job", "failing", "outcome", "failed")
                        .timer()
                        .count())
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    void howFarAJobIsBehindIsMeasured() {
        jobs.start();

        assertThat(meters.get("pujiang.job.lag").tag("job", "quick").gauge().value())
                .isEqualTo(90.0);
        assertThat(meters.get("pujiang.job.lag").tag("job", "slow").gauge().value())
                .isZero();
        assertThat(view("quick").lagSeconds()).isEqualTo(90.0);
    }

    @ParameterizedTest(name = "after {0} failures: {1}")
    @CsvSource({"1, PT5S", "2, PT10S", "3, PT20S", "10, PT42M40S", "11, PT1H", "2000000000, PT1H"})
    void whatFailsIsTriedAgainAfterALongerWhileEachTimeAndAtMostAnHour(int attempts, Duration delay) {
        assertThat(Retry.delay(attempts)).isEqualTo(delay);
    }

    @Test
    void aCauseIsOneLineOfTheInnermostFailureAndFitsItsColumn() {
        var long4Bytes = "\uD83D\uDE00".repeat(2_000);

        assertThat(Retry.told(new IllegalStateException("outer", new ArithmeticException("in\u0000ner\n"))))
                .isEqualTo("ArithmeticException: in ner");
        assertThat(Retry.told(new IllegalStateException())).isEqualTo("IllegalStateException: ");
        assertThat(Retry.told(new IllegalStateException(long4Bytes)).codePoints())
                .hasSize(Retry.LONGEST_CAUSE);
    }

    private JobView view(String name) {
        return jobs.views().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void waitForTheEnd() {
        begun.countDown();
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
