package pujiang.web.settlement;

import java.util.List;
import org.springframework.stereotype.Component;
import pujiang.app.security.Caller;
import pujiang.settlement.BankBooking;
import pujiang.settlement.BankJournal;
import pujiang.settlement.BookingSearch;
import pujiang.web.page.Reader;
import pujiang.web.page.Visit;
import pujiang.web.page.WorkQueue;
import pujiang.web.product.Names;

/** Deposits and withdrawals that wait for a second operator: for whoever may be that one. */
@Component
final class BookingQueue implements WorkQueue {

    private final BankJournal journal;
    private final Names names;

    BookingQueue(BankJournal journal, Names names) {
        this.journal = journal;
        this.names = names;
    }

    @Override
    public List<Queue> of(Caller caller, Visit visit) {
        if (!caller.may("account:book")) return List.of();
        var waiting = journal.list(BookingSearch.PENDING, null, MOST + 1).stream()
                .filter(booking -> !booking.requestedBy().equals(caller.username()));
        return List.of(Queue.of(30, "bookings", waiting.map(booking -> item(booking, visit.reader()))));
    }

    private Item item(BankBooking booking, Reader reader) {
        var kind = "booking." + booking.direction();
        return new Item(
                BookingsPage.address(booking.id()),
                reader.word(kind) + " " + reader.money(booking.amount()),
                names.of(booking.participant()) + " · " + booking.requestedBy(),
                BookingsPage.badge(booking),
                booking.due());
    }
}
