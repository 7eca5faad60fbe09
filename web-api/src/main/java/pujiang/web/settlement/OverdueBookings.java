package pujiang.web.settlement;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import pujiang.settlement.BankBooking;
import pujiang.settlement.BankJournal;

/** Ends bookings whose second operator has not come. The end is inserted once, whichever exchange is first. */
@Component
class OverdueBookings {

    private static final Logger LOG = LoggerFactory.getLogger(OverdueBookings.class);

    /** The rest comes with the next round. */
    private static final int AT_ONCE = 200;

    private final BankJournal journal;
    private final Bank bank;
    private final Clock clock;

    OverdueBookings(BankJournal journal, Bank bank, Clock clock) {
        this.journal = journal;
        this.bank = bank;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT5S")
    void endWhatIsOverdue() {
        try {
            journal.overdue(clock.instant(), AT_ONCE).forEach(this::end);
        } catch (RuntimeException failure) {
            LOG.warn("overdue bookings could not be read, and will be soon: {}", failure.toString());
        }
    }

    /** One that fails does not keep the others waiting. */
    private void end(BankBooking booking) {
        try {
            bank.expire(booking.id());
        } catch (RuntimeException failure) {
            LOG.error("{} is overdue and could not be ended: {}", booking.id(), failure.toString());
        }
    }
}
