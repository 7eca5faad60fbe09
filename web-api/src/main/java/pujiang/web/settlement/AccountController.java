package pujiang.web.settlement;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.Money;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import pujiang.participant.ParticipantId;
import pujiang.participant.ParticipantRefusal;
import pujiang.refusal.Identifiers;
import pujiang.refusal.Invalid;
import pujiang.refusal.Refused;
import pujiang.settlement.Account;
import pujiang.settlement.Ledger;
import pujiang.web.idempotency.Once;
import pujiang.web.paging.Page;
import pujiang.web.paging.Paging;
import pujiang.web.participant.ParticipantBoard;
import pujiang.web.security.Caller;
import pujiang.web.security.Requires;

/** Money, for its owners and for the operator. */
@RestController
@RequestMapping("/api/v1")
class AccountController {

    private final Bank bank;
    private final Ledger ledger;
    private final ParticipantBoard participants;

    AccountController(Bank bank, Ledger ledger, ParticipantBoard participants) {
        this.bank = bank;
        this.ledger = ledger;
        this.participants = participants;
    }

    @Requires("account:read")
    @GetMapping("/accounts/{participant}")
    AccountView read(@PathVariable ParticipantId participant, Caller caller) {
        caller.mustBeStaffOr(participant);
        return bank.view(known(participant));
    }

    /** Newest first, of all three balances. */
    @Requires("account:read")
    @GetMapping("/accounts/{participant}/transfers")
    ResponseEntity<Page<TransferView>> transfers(
            @PathVariable ParticipantId participant, Paging paging, Caller caller) {
        caller.mustBeStaffOr(participant);
        var after = paging.after().map(List::getFirst).orElse("");
        var rows = ledger.statement(known(participant), after, paging.rowsToRead()).stream()
                .map(TransferView::of)
                .toList();
        return paging.page(rows, row -> List.of(row.id()));
    }

    /** The bank has received money for the participant. */
    @Requires("account:book")
    @PostMapping("/accounts/{participant}/deposits")
    ResponseEntity<AccountView> deposit(
            @PathVariable ParticipantId participant, @RequestBody Booking booking, Once once) {
        return once.run(
                () -> ResponseEntity.ok(bank.deposit(known(participant), booking.amount(), booking.reference())));
    }

    /** The bank has paid money out to the participant. */
    @Requires("account:book")
    @PostMapping("/accounts/{participant}/withdrawals")
    ResponseEntity<AccountView> withdraw(
            @PathVariable ParticipantId participant, @RequestBody Booking booking, Once once) {
        return once.run(
                () -> ResponseEntity.ok(bank.withdraw(known(participant), booking.amount(), booking.reference())));
    }

    @Requires("ledger:read")
    @GetMapping("/ledger/trial-balance")
    TrialBalance trialBalance() {
        var balances = new TreeMap<String, Money>();
        ledger.trialBalance().forEach((account, balance) -> balances.put(account.name(), balance));
        return new TrialBalance(
                balances, ledger.outOfStep().stream().map(Account::name).toList());
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
     */
    record Booking(Money amount, String reference) {

        Booking {
            if (!amount.isPositive()) throw Invalid.at("amount.amount", "number.out-of-range", "must be positive");
            if (!amount.getCurrencyUnit().getCode().equals("CNY")) {
                throw Invalid.at("amount.currency", "currency.unsupported", "must be CNY", "CNY");
            }
            Identifiers.check("reference", reference);
        }
    }

    /**
     * All balances, which add up to zero.
     *
     * @param outOfStep accounts whose guarded balance is not the sum of their transfers: none, or the books are wrong
     */
    record TrialBalance(Map<String, Money> balances, List<String> outOfStep) {}
}
