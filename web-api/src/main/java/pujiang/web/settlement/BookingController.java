package pujiang.web.settlement;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import pujiang.app.board.Period;
import pujiang.app.paging.Page;
import pujiang.app.paging.Paging;
import pujiang.app.security.Caller;
import pujiang.app.settlement.BookingView;
import pujiang.app.settlement.CashBookings;
import pujiang.participant.ParticipantId;
import pujiang.refusal.Invalid;
import pujiang.refusal.Texts;
import pujiang.settlement.BankJournal;
import pujiang.settlement.BookingId;
import pujiang.settlement.BookingSearch;
import pujiang.web.idempotency.Idempotent;
import pujiang.web.security.Requires;

/** The journal of deposits and withdrawals, and the second operator's part in it. */
@RestController
@RequestMapping("/api/v1/bank-bookings")
class BookingController {

    /** Characters of a note or a reason. */
    static final int LONGEST = 2_000;

    private final CashBookings cashBookings;
    private final BankJournal journal;

    BookingController(CashBookings cashBookings, BankJournal journal) {
        this.cashBookings = cashBookings;
        this.journal = journal;
    }

    @Operation(
            operationId = "listBankBookings",
            summary = "List deposits and withdrawals",
            description =
                    "The newest first, each with the operator who requested it. State pending selects those that await"
                            + " a second operator.")
    @Requires("ledger:read")
    @GetMapping
    Page<BookingView> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable ParticipantId participant,
            @RequestParam(required = false) @Nullable Instant since,
            @RequestParam(required = false) @Nullable Instant until,
            Paging paging) {
        if (state != null && !state.equals("pending")) {
            throw Invalid.at("state", "choice.unknown", "must be pending, or not given", "pending");
        }
        var after = paging.after()
                .map(List::getFirst)
                .flatMap(id -> journal.find(new BookingId(id)))
                .orElse(null);
        var requested = new Period(since, until);
        var search = new BookingSearch(state != null, participant, requested.since(), requested.until());
        var rows = journal.list(search, after, paging.rowsToRead()).stream()
                .map(BookingView::of)
                .toList();
        return paging.page(rows, row -> List.of(row.id().value()));
    }

    @Operation(
            operationId = "getBankBooking",
            summary = "Read a deposit or a withdrawal",
            description = "Its state, its digest for the second operator, and how it ended.")
    @Requires("ledger:read")
    @GetMapping("/{booking}")
    BookingView read(@PathVariable BookingId booking) {
        return BookingView.of(cashBookings.find(booking));
    }

    @Operation(
            operationId = "confirmBankBooking",
            summary = "Confirm a booking as the second operator",
            description =
                    "The money moves. The caller must not be the operator who requested the booking, and names the"
                            + " digest of the booking as it was read.")
    @Requires("account:book")
    @PostMapping("/{booking}/confirmation")
    ResponseEntity<BookingView> confirm(
            @PathVariable BookingId booking,
            @RequestBody BookingConfirmation confirmed,
            Caller caller,
            Idempotent once) {
        return once.run(() -> ResponseEntity.ok(
                BookingView.of(cashBookings.confirm(booking, confirmed.digest(), caller.username()))));
    }

    @Operation(
            operationId = "rejectBankBooking",
            summary = "Reject or withdraw a pending booking",
            description = "No money moves. Money that was set aside for a withdrawal becomes available again.")
    @Requires("account:book")
    @PostMapping("/{booking}/rejection")
    ResponseEntity<BookingView> reject(
            @PathVariable BookingId booking, @RequestBody Reason reason, Caller caller, Idempotent once) {
        return once.run(
                () -> ResponseEntity.ok(BookingView.of(cashBookings.end(booking, reason.reason(), caller.username()))));
    }

    /**
     * Named apart from a recall's, of which the interface has another description.
     *
     * @param digest of the booking as it was read
     */
    record BookingConfirmation(String digest) {

        BookingConfirmation {
            if (!digest.matches("sha-256:[0-9a-f]{64}")) {
                throw Invalid.at("digest", "digest.malformed", "must be sha-256: and 64 lower-case hexadecimal digits");
            }
        }
    }

    /** At most 2,000 characters. */
    record Reason(String reason) {

        Reason {
            Texts.check("reason", reason, LONGEST);
        }
    }
}
