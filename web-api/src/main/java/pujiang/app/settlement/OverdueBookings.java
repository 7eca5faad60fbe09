package pujiang.app.settlement;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import pujiang.app.clock.ClockWatch;
import pujiang.app.job.Batch;
import pujiang.app.job.Job;
import pujiang.app.job.RetryBoard;
import pujiang.app.job.Turn;
import pujiang.settlement.BankBooking;
import pujiang.settlement.BankJournal;

/**
 * Ends bookings whose second operator has not come. Of two processes at once the first to insert the end has ended it.
 * Nothing ends while the clock is in doubt.
 */
@Component
class OverdueBookings implements Job {

    private static final String JOB = "overdue-bookings";

    /** Waiting bookings are few: two operators decide on each. */
    private static final int AT_ONCE = 1_000;

    private final BankJournal journal;
    private final Bank bank;
    private final Batch batch;
    private final RetryBoard retries;
    private final ClockWatch clockWatch;
    private final Clock clock;

    OverdueBookings(
            BankJournal journal, Bank bank, Batch batch, RetryBoard retries, ClockWatch clockWatch, Clock clock) {
        this.journal = journal;
        this.bank = bank;
        this.batch = batch;
        this.retries = retries;
        this.clockWatch = clockWatch;
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
    public void run(Turn turn) {
        clockWatch
                .believed()
                .ifPresent(now -> batch.each(
                        JOB, due(now), booking -> booking.id().value(), booking -> bank.expire(booking.id()), turn));
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
