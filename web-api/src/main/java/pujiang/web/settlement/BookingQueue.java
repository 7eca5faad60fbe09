package pujiang.web.settlement;

import java.util.List;
import org.springframework.stereotype.Component;
import pujiang.app.security.Caller;
import pujiang.settlement.BankBooking;
import pujiang.settlement.BankJournal;
import pujiang.settlement.BookingSearch;
import pujiang.web.page.Localizer;
import pujiang.web.page.PageRequest;
import pujiang.web.page.WorkQueue;
import pujiang.web.product.DisplayNames;

/** Deposits and withdrawals that wait for a second operator: for whoever may be that one. */
@Component
final class BookingQueue implements WorkQueue {

    private final BankJournal journal;
    private final DisplayNames displayNames;

    BookingQueue(BankJournal journal, DisplayNames displayNames) {
        this.journal = journal;
        this.displayNames = displayNames;
    }

    @Override
    public List<Queue> of(Caller caller, PageRequest visit) {
        if (!caller.may("account:book")) return List.of();
        var waiting = journal.list(BookingSearch.PENDING, null, MOST + 1).stream()
                .filter(booking -> !booking.requestedBy().equals(caller.username()));
        return List.of(Queue.of(30, "bookings", waiting.map(booking -> item(booking, visit.reader()))));
    }

    private Item item(BankBooking booking, Localizer localizer) {
        var kind = "booking." + booking.direction();
        return new Item(
                BookingsPage.address(booking.id()),
                localizer.word(kind) + " " + localizer.money(booking.amount()),
                displayNames.of(booking.participant()) + " · " + booking.requestedBy(),
                BookingsPage.badge(booking),
                booking.due());
    }
}
