package pujiang.web.page;

import java.util.List;
import org.springframework.stereotype.Component;
import pujiang.app.security.Caller;
import pujiang.settlement.BankBooking;
import pujiang.settlement.BankJournal;
import pujiang.web.page.Waiting.Item;
import pujiang.web.page.Waiting.Queue;

/** Deposits and withdrawals that wait for a second operator: for whoever may be that one. */
@Component
class BookingQueue {

    private final BankJournal journal;
    private final Names names;

    BookingQueue(BankJournal journal, Names names) {
        this.journal = journal;
        this.names = names;
    }

    List<Queue> of(Caller caller, Reader reader) {
        if (!caller.may("account:book")) return List.of();
        var waiting = journal.list(true, null, Waiting.MOST + 1).stream()
                .filter(booking -> !booking.requestedBy().equals(caller.username()));
        return List.of(Queue.of("bookings", waiting.map(booking -> item(booking, reader))));
    }

    private Item item(BankBooking booking, Reader reader) {
        var kind = "booking." + booking.direction();
        return new Item(
                BookingsPage.address(booking.id()),
                reader.word(kind) + " " + reader.money(booking.amount()),
                names.of(booking.participant()) + " · " + booking.requestedBy(),
                Badge.of(booking),
                booking.due(),
                List.of());
    }
}
