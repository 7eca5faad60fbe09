package pujiang.web.settlement;

import java.util.List;
import java.time.Clock;
import org.joda.money.Money;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import pujiang.participant.ParticipantId;
import pujiang.participant.ParticipantRefusal;
import pujiang.refusal.Refused;
import pujiang.settlement.Account;
import pujiang.settlement.Ledger;
import pujiang.settlement.Transfer;
import pujiang.settlement.Transfer.Kind;
import pujiang.web.idempotency.Once;
import pujiang.web.paging.Page;
import pujiang.web.paging.Paging;
import pujiang.web.participant.ParticipantBoard;
import pujiang.web.security.Caller;
import pujiang.web.security.Requires;

/** A participant's money: what it has, how that came about, and what the operator books through the bank. */
@RestController
@RequestMapping("/api/v1/accounts/{participant}")
class AccountController {

    private final Ledger ledger;
    private final ParticipantBoard participants;
    private final Clock clock;

    AccountController(Ledger ledger, ParticipantBoard participants, Clock clock) {
        this.ledger = ledger;
        this.participants = participants;
        this.clock = clock;
    }

    /** A participant's three accounts. */
    enum Part {
        AVAILABLE,
        RESERVED,
        EARNED;

        Account of(ParticipantId participant) {
            return switch (this) {
                case AVAILABLE -> Account.available(participant);
                case RESERVED -> Account.reserved(participant);
                case EARNED -> Account.earned(participant);
            };
        }
    }

    /**
     * @param available may be spent or taken out
     * @param reserved set aside for open trades
     * @param earned from sales, and not yet taken out
     */
    record Balances(ParticipantId participant, Money available, Money reserved, Money earned) {}

    @Requires("account:read")
    @GetMapping
    Balances balances(@PathVariable ParticipantId participant, Caller caller) {
        visible(participant, caller);
        return new Balances(
                participant,
                ledger.balance(Part.AVAILABLE.of(participant)),
                ledger.balance(Part.RESERVED.of(participant)),
                ledger.balance(Part.EARNED.of(participant)));
    }

    /** One account's transfers, the newest first. */
    @Requires("account:read")
    @GetMapping("/statement")
    ResponseEntity<Page<Transfer>> statement(
            @PathVariable ParticipantId participant,
            @RequestParam(defaultValue = "AVAILABLE") Part account,
            Paging paging,
            Caller caller) {
        visible(participant, caller);
        var before = paging.after().map(List::getFirst).orElse("");
        var transfers = ledger.statement(account.of(participant), before, paging.rowsToRead());
        return paging.page(transfers, transfer -> List.of(transfer.id()));
    }

    @Requires("account:book")
    @PostMapping("/deposits")
    ResponseEntity<Transfer> deposit(
            @PathVariable ParticipantId participant, @RequestBody Booking booking, Caller caller, Once once) {
        return once.run(() -> {
            visible(participant, caller);
            var transfer = transfer(
                    "deposit/" + booking.reference(), Account.BANK, Account.available(participant), booking, Kind.DEPOSIT);
            ledger.record(transfer);
            return created(transfer);
        });
    }

    /** From what may be spent, or from what a vendor has earned. */
    @Requires("account:book")
    @PostMapping("/withdrawals")
    ResponseEntity<Transfer> withdraw(
            @PathVariable ParticipantId participant,
            @RequestParam(defaultValue = "AVAILABLE") Source from,
            @RequestBody Booking booking,
            Caller caller,
            Once once) {
        return once.run(() -> {
            visible(participant, caller);
            var account = from == Source.EARNED ? Account.earned(participant) : Account.available(participant);
            var id = "withdrawal/" + booking.reference();
            var transfer = transfer(id, account, Account.BANK, booking, Kind.WITHDRAWAL);
            if (!ledger.recordIfCovered(transfer)) throw new Refused(new BooksRefusal.NotCovered(booking.amount()));
            return created(transfer);
        });
    }

    /** What money can be taken out of; what is reserved is not the participant's to take. */
    enum Source {
        AVAILABLE,
        EARNED
    }

    private Transfer transfer(String id, Account from, Account to, Booking booking, Kind kind) {
        if (ledger.find(id).isPresent()) throw new Refused(new BooksRefusal.ReferenceUsed(booking.reference()));
        return new Transfer(id, from, to, booking.amount(), kind, null, booking.reference(), clock.instant());
    }

    private static ResponseEntity<Transfer> created(Transfer transfer) {
        return ResponseEntity.status(HttpStatus.CREATED).body(transfer);
    }

    private void visible(ParticipantId participant, Caller caller) {
        if (!caller.staff() && !caller.actsFor(participant) || participants.find(participant).isEmpty()) {
            throw new Refused(new ParticipantRefusal.Unknown(participant));
        }
    }
}
