package pujiang.app.job;

import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One job on its one thread, and what became of its runs. */
final class Worker {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    /** From so many runs in a row that failed the operator is called: one may be a collision. */
    private static final int MANY = 3;

    /** From so long a wait of what is due. */
    private static final Duration LATE = Duration.ofMinutes(5);

    private final Job job;
    private final Clock clock;
    private final MeterRegistry meters;
    private final LongTaskTimer running;
    private final ScheduledExecutorService thread;

    private volatile Run last = new Run(null, null, null, 0, null);

    private record Run(
            @Nullable Instant began,
            @Nullable Instant ended,
            @Nullable Duration took,
            int failures,
            @Nullable String failure) {}

    Worker(Job job, Clock clock, MeterRegistry meters) {
        this.job = job;
        this.clock = clock;
        this.meters = meters;
        this.running = LongTaskTimer.builder("pujiang.job.running")
                .description("How long a job's present run has taken")
                .tag("job", job.name())
                .register(meters);
        this.thread = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("job-" + job.name()).factory());
    }

    String name() {
        return job.name();
    }

    void start() {
        var _ = thread.scheduleWithFixedDelay(
                this::run, job.firstPause().toMillis(), job.pause().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends after the item that is being done. */
    void stop(Duration patience) {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) thread.shutdownNow();
        } catch (InterruptedException _) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /** No exception escapes: it would end the thread. */
    private void run() {
        var task = running.start();
        last = new Run(clock.instant(), last.ended(), last.took(), last.failures(), last.failure());
        try {
            job.run(() -> !thread.isShutdown() && elapsed(task).compareTo(job.longest()) < 0);
            ended(elapsed(task), null);
        } catch (RuntimeException | Error failure) {
            ended(elapsed(task), failure);
        } finally {
            task.stop();
        }
    }

    private void ended(Duration took, @Nullable Throwable failure) {
        timer(failure == null ? "done" : "failed").record(took);
        if (failure == null) {
            last = new Run(last.began(), clock.instant(), took, 0, null);
            return;
        }
        var told = Retry.told(failure);
        // The same again is counted, and not written again every second.
        if (!told.equals(last.failure())) LOG.warn("Job {} failed, will be retried: {}", job.name(), told);
        last = new Run(last.began(), last.ended(), last.took(), last.failures() + 1, told);
    }

    private Timer timer(String outcome) {
        return Timer.builder("pujiang.job.runs")
                .description("Runs of the exchange's jobs")
                .tag("job", job.name())
                .tag("outcome", outcome)
                .register(meters);
    }

    JobView view() {
        var run = last;
        var lag = lag();
        return new JobView(
                job.name(),
                state(run, lag),
                JobView.seconds(job.pause()),
                run.began(),
                run.ended(),
                run.took() == null ? null : run.took().toMillis(),
                run.failures(),
                run.failure(),
                Double.isNaN(lag) ? null : lag);
    }

    private JobView.State state(Run run, double lag) {
        var now = Duration.ofNanos((long) running.max(TimeUnit.NANOSECONDS));
        if (now.compareTo(job.longest().plus(job.longest())) > 0) return JobView.State.OVERLONG;
        if (run.failures() >= MANY) return JobView.State.FAILING;
        if (lag > LATE.toSeconds()) return JobView.State.LATE;
        return running.activeTasks() > 0 ? JobView.State.RUNNING : JobView.State.IDLE;
    }

    /** Seconds; not a number if the database cannot be reached. */
    double lag() {
        try {
            return job.oldestDue()
                    .map(since -> Duration.between(since, clock.instant()))
                    .map(JobView::seconds)
                    .map(seconds -> Math.max(0, seconds))
                    .orElse(0.0);
        } catch (RuntimeException _) {
            return Double.NaN;
        }
    }

    private static Duration elapsed(LongTaskTimer.Sample task) {
        return Duration.ofNanos((long) task.duration(TimeUnit.NANOSECONDS));
    }
}
