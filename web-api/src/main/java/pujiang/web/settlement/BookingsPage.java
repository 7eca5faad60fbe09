package pujiang.web.settlement;

import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import pujiang.app.paging.Paging;
import pujiang.app.security.Caller;
import pujiang.app.settlement.AccountView;
import pujiang.app.settlement.CashBookings;
import pujiang.refusal.Texts;
import pujiang.settlement.BankBooking;
import pujiang.settlement.BankBooking.Direction;
import pujiang.settlement.BankJournal;
import pujiang.settlement.BookingId;
import pujiang.settlement.BookingSearch;
import pujiang.web.idempotency.Idempotent;
import pujiang.web.page.Badge;
import pujiang.web.page.Badges;
import pujiang.web.page.Field;
import pujiang.web.page.Form;
import pujiang.web.page.FormAction;
import pujiang.web.page.Listed;
import pujiang.web.page.PageController;
import pujiang.web.page.PageRequest;
import pujiang.web.product.DisplayNames;
import pujiang.web.security.Requires;

/**
 * What operators have booked of the bank's, what of it waits for a second one, and one booking with all that the second one
 * must know before money moves.
 */
@PageController
@RequestMapping("/bank-bookings")
class BookingsPage {

    private static final String ADDRESS = "/bank-bookings";

    /** Two operators look at each, so there are few; all are read over HTTP. */
    private static final int MOST = 50;

    private static final int LONGEST_REASON = 2_000;

    private static final Badges STATES = Badges.of("booking.")
            .waits("pending")
            .good("booked")
            .bad("rejected")
            .plain("withdrawn", "expired");

    private final CashBookings cashBookings;
    private final BankJournal journal;
    private final DisplayNames displayNames;

    BookingsPage(CashBookings cashBookings, BankJournal journal, DisplayNames displayNames) {
        this.cashBookings = cashBookings;
        this.journal = journal;
        this.displayNames = displayNames;
    }

    /** @param own whether the reader has asked for it, and so cannot confirm it */
    record Row(BankBooking booking, String link, String participant, Badge badge, boolean own) {}

    /** @param more whether more wait than are shown */
    record Journal(List<Row> pending, boolean more, Listed<Row> list) {}

    /** @param after what the participant could spend once it was confirmed */
    record Model(Row row, AccountView account, Money after, List<Form> forms) {

        public BankBooking booking() {
            return row.booking();
        }
    }

    @Requires("ledger:read")
    @GetMapping
    ModelAndView list(Paging paging, Caller caller, PageRequest visit) {
        var after = paging.after()
                .map(List::getFirst)
                .flatMap(id -> journal.find(new BookingId(id)))
                .orElse(null);
        var read = journal.list(BookingSearch.ALL, after, paging.rowsToRead());
        var page = paging.page(read, row -> List.of(row.id().value()));
        var pending = journal.list(BookingSearch.PENDING, null, MOST + 1);
        var model = new Journal(
                pending.stream().limit(MOST).map(each -> row(each, caller)).toList(),
                pending.size() > MOST,
                visit.listed(page, paging, each -> row(each, caller)));
        return visit.page("settlement/bookings", ADDRESS, model);
    }

    @Requires("ledger:read")
    @GetMapping("/{booking}")
    ModelAndView read(@PathVariable BookingId booking, Caller caller, PageRequest visit) {
        return show(booking, caller, visit);
    }

    @Requires("account:book")
    @PostMapping("/{booking}/confirmation")
    ModelAndView confirm(
            @PathVariable BookingId booking,
            @RequestParam String digest,
            Caller caller,
            Idempotent once,
            PageRequest visit) {
        return submit(
                BookingFormActions.BOOK,
                booking,
                () -> cashBookings.confirm(booking, digest, caller.username()),
                caller,
                once,
                visit);
    }

    @Requires("account:book")
    @PostMapping("/{booking}/rejection")
    ModelAndView reject(
            @PathVariable BookingId booking,
            @RequestParam String reason,
            Caller caller,
            Idempotent once,
            PageRequest visit) {
        var own = cashBookings.find(booking).requestedBy().equals(caller.username());
        Runnable deed = () -> {
            Texts.check("reason", reason, LONGEST_REASON);
            cashBookings.end(booking, reason, caller.username());
        };
        return submit(
                own ? BookingFormActions.TAKE_BACK : BookingFormActions.REFUSE_BOOKING,
                booking,
                deed,
                caller,
                once,
                visit);
    }

    private ModelAndView submit(
            FormAction act, BookingId booking, Runnable deed, Caller caller, Idempotent once, PageRequest visit) {
        return visit.submit(act, once, address(booking), deed, () -> show(booking, caller, visit));
    }

    private ModelAndView show(BookingId id, Caller caller, PageRequest visit) {
        var booking = cashBookings.find(id);
        var row = row(booking, caller);
        var account = cashBookings.view(booking.participant());
        var moved = booking.direction() == Direction.IN
                ? booking.amount()
                : booking.amount().negated();
        // A withdrawal's money was set aside when it was asked for.
        var after = booking.direction() == Direction.IN ? account.available().plus(moved) : account.available();
        var forms = caller.may("account:book") ? forms(row, visit) : List.<Form>of();
        var model = new Model(row, account, after, forms);
        return visit.page("settlement/booking", address(id), model);
    }

    private static List<Form> forms(Row row, PageRequest visit) {
        var booking = row.booking();
        if (!booking.isPending()) return List.of();
        var address = address(booking.id());
        var forms = new ArrayList<Form>();
        if (!row.own())
            forms.add(visit.form(BookingFormActions.BOOK, address, Field.hidden("digest", booking.digest())));
        forms.add(visit.form(
                row.own() ? BookingFormActions.TAKE_BACK : BookingFormActions.REFUSE_BOOKING,
                address,
                Field.area("reason")));
        return forms;
    }

    private Row row(BankBooking booking, Caller caller) {
        return new Row(
                booking,
                address(booking.id()),
                displayNames.of(booking.participant()),
                badge(booking),
                booking.requestedBy().equals(caller.username()));
    }

    static Badge badge(BankBooking booking) {
        return STATES.badge(booking.state());
    }

    static String address(BookingId booking) {
        return ADDRESS + "/" + booking;
    }
}
