package pujiang.app.settlement;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import pujiang.app.clock.ClockMonitor;
import pujiang.app.job.Batch;
import pujiang.app.job.Job;
import pujiang.app.job.JobRun;
import pujiang.app.job.RetryBoard;
import pujiang.settlement.BankBooking;
import pujiang.settlement.BankJournal;

/**
 * Ends bookings that no second operator has confirmed in time. Of two processes at once the first to insert the end has
 * ended it. No booking ends while the clock is in doubt.
 */
@Component
class OverdueBookings implements Job {

    private static final String JOB = "overdue-bookings";

    /** Waiting bookings are few: two operators decide on each. */
    private static final int AT_ONCE = 1_000;

    private final BankJournal journal;
    private final CashBookings cashBookings;
    private final Batch batch;
    private final RetryBoard retries;
    private final ClockMonitor clockMonitor;
    private final Clock clock;

    OverdueBookings(
            BankJournal journal,
            CashBookings cashBookings,
            Batch batch,
            RetryBoard retries,
            ClockMonitor clockMonitor,
            Clock clock) {
        this.journal = journal;
        this.cashBookings = cashBookings;
        this.batch = batch;
        this.retries = retries;
        this.clockMonitor = clockMonitor;
        this.clock = clock;
    }

    @Override
    public String name() {
        return JOB;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void run(JobRun jobRun) {
        clockMonitor
                .believed()
                .ifPresent(now -> batch.each(
                        JOB,
                        due(now),
                        booking -> booking.id().value(),
                        booking -> cashBookings.expire(booking.id()),
                        jobRun));
    }

    @Override
    public Optional<Instant> oldestDue() {
        return due(clock.instant()).stream().findFirst().map(BankBooking::due);
    }

    /** Without those that failed a moment ago. */
    private List<BankBooking> due(Instant now) {
        var aside = retries.aside(JOB);
        return journal.overdue(now, AT_ONCE).stream()
                .filter(each -> !aside.contains(each.id().value()))
                .toList();
    }
}
