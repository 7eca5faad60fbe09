package pujiang.web.settlement;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import pujiang.app.paging.Page;
import pujiang.app.paging.Paging;
import pujiang.app.participant.ParticipantBoard;
import pujiang.app.security.Caller;
import pujiang.app.settlement.AccountView;
import pujiang.app.settlement.CashBookings;
import pujiang.app.settlement.TransferView;
import pujiang.participant.ParticipantId;
import pujiang.participant.ParticipantRefusal;
import pujiang.refusal.Amounts;
import pujiang.refusal.Identifiers;
import pujiang.refusal.Invalid;
import pujiang.refusal.Refused;
import pujiang.refusal.Texts;
import pujiang.settlement.Account;
import pujiang.settlement.BankBooking.Direction;
import pujiang.settlement.BankJournal;
import pujiang.settlement.Ledger;
import pujiang.web.answer.Succeeds;
import pujiang.web.idempotency.Idempotent;
import pujiang.web.security.Requires;

/** Money, for its owners and for the operator. */
@RestController
@RequestMapping("/api/v1")
class AccountController {

    private final CashBookings cashBookings;
    private final Ledger ledger;
    private final BankJournal journal;
    private final ParticipantBoard participants;

    AccountController(CashBookings cashBookings, Ledger ledger, BankJournal journal, ParticipantBoard participants) {
        this.cashBookings = cashBookings;
        this.ledger = ledger;
        this.journal = journal;
        this.participants = participants;
    }

    @Operation(
            operationId = "getAccount",
            summary = "Read the account of a participant",
            description =
                    "The available, reserved and earned amounts, and what is set aside for withdrawals. A participant"
                            + " reads its own account only.")
    @Requires("account:read")
    @GetMapping("/accounts/{participant}")
    AccountView read(@PathVariable ParticipantId participant, Caller caller) {
        caller.mustBeStaffOr(participant);
        return cashBookings.view(known(participant));
    }

    @Operation(
            operationId = "listTransfers",
            summary = "List the transfers of an account",
            description = "All transfers that changed a balance of the participant, the newest first.")
    @Requires("account:read")
    @GetMapping("/accounts/{participant}/transfers")
    Page<TransferView> transfers(@PathVariable ParticipantId participant, Paging paging, Caller caller) {
        caller.mustBeStaffOr(participant);
        var after = paging.after().map(List::getFirst).orElse("");
        var rows = ledger.statement(known(participant), after, paging.rowsToRead()).stream()
                .map(TransferView::of)
                .toList();
        return paging.page(rows, row -> List.of(row.id()));
    }

    @Operation(
            operationId = "deposit",
            summary = "Book a deposit of a participant",
            description =
                    "Books money that the bank has received for the participant. An amount at or above the four-eyes"
                        + " limit answers 202: nothing moves until another operator confirms the booking that Location"
                        + " names.")
    @Succeeds(
            status = {200, 202},
            located = true)
    @Requires("account:book")
    @PostMapping("/accounts/{participant}/deposits")
    ResponseEntity<AccountView> deposit(
            @PathVariable ParticipantId participant, @RequestBody Booking booking, Caller caller, Idempotent once) {
        return once.run(() -> booked(Direction.IN, participant, booking, caller));
    }

    @Operation(
            operationId = "withdraw",
            summary = "Book a withdrawal of a participant",
            description =
                    "Books money that the bank has paid out to the participant. An amount at or above the four-eyes"
                        + " limit answers 202: the money is set aside until another operator confirms the booking that"
                        + " Location names.")
    @Succeeds(
            status = {200, 202},
            located = true)
    @Requires("account:book")
    @PostMapping("/accounts/{participant}/withdrawals")
    ResponseEntity<AccountView> withdraw(
            @PathVariable ParticipantId participant, @RequestBody Booking booking, Caller caller, Idempotent once) {
        return once.run(() -> booked(Direction.OUT, participant, booking, caller));
    }

    @Operation(
            operationId = "getTrialBalance",
            summary = "Read the trial balance of the ledger",
            description = "The balance of every account. The sum is zero in each currency. Accounts and bookings that"
                    + " disagree with their transfers are named.")
    @Requires("ledger:read")
    @GetMapping("/ledger/trial-balance")
    TrialBalance trialBalance() {
        var balances = new TreeMap<String, Money>();
        ledger.trialBalance().forEach((account, balance) -> balances.put(account.name(), balance));
        return new TrialBalance(
                balances, ledger.outOfStep().stream().map(Account::name).toList(), journal.outOfStep());
    }

    private ResponseEntity<AccountView> booked(
            Direction direction, ParticipantId participant, Booking booking, Caller caller) {
        var said = new CashBookings.Statement(booking.reference(), booking.note() == null ? "" : booking.note());
        var booked = cashBookings.book(direction, known(participant), booking.amount(), said, caller.username());
        var status = booked.isPending() ? HttpStatus.ACCEPTED : HttpStatus.OK;
        return ResponseEntity.status(status)
                .header(HttpHeaders.LOCATION, "/api/v1/bank-bookings/" + booked.id())
                .body(cashBookings.view(participant));
    }

    private ParticipantId known(ParticipantId participant) {
        if (participants.find(participant).isEmpty()) {
            throw new Refused(new ParticipantRefusal.Unknown(participant));
        }
        return participant;
    }

    /**
     * Something the bank has done.
     *
     * @param reference the bank's own; booked once
     * @param note what else there is to say of the ground, at most 2,000 characters
     */
    record Booking(Money amount, String reference, @Nullable String note) {

        Booking {
            if (!amount.isPositive()) {
                throw Invalid.at("amount.amount", "number.out-of-range", "must be positive", "0.01..");
            }
            Amounts.check("amount.amount", amount);
            if (!amount.getCurrencyUnit().getCode().equals("CNY")) {
                throw Invalid.at("amount.currency", "currency.unsupported", "must be CNY", "CNY");
            }
            Identifiers.check("reference", reference);
            if (note != null) Texts.atMost("note", note, BookingController.LONGEST);
        }
    }

    /**
     * All balances, which add up to zero.
     *
     * @param outOfStep accounts whose guarded balance is not the sum of their transfers: none, or the books are wrong
     * @param unexplained bookings of which the books say otherwise, and transfers of the bank's that nobody has booked
     */
    record TrialBalance(Map<String, Money> balances, List<String> outOfStep, List<String> unexplained) {}
}
