package pujiang.web.settlement;

import java.time.Clock;
import org.joda.money.Money;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pujiang.participant.ParticipantId;
import pujiang.refusal.Refused;
import pujiang.settlement.Account;
import pujiang.settlement.Ledger;
import pujiang.settlement.MoneyRefusal.InsufficientBalance;
import pujiang.settlement.MoneyRefusal.ReferenceUsed;
import pujiang.settlement.Transfer;
import pujiang.settlement.Transfer.Kind;

/** Books what the bank has done (入金、出金). A bank reference is booked once. */
@Component
public class Bank {

    private final Ledger ledger;
    private final Clock clock;

    Bank(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional
    public AccountView deposit(ParticipantId participant, Money amount, String reference) {
        book("bank/in/" + reference, Account.BANK, Account.available(participant), amount, Kind.DEPOSIT, reference);
        return view(participant);
    }

    /** What was earned by sales becomes available first. */
    @Transactional
    public AccountView withdraw(ParticipantId participant, Money amount, String reference) {
        if (ledger.find("bank/out/" + reference).isEmpty()) {
            ledger.sweep("bank/sweep/" + reference, participant, clock.instant());
        }
        book("bank/out/" + reference, Account.available(participant), Account.BANK, amount, Kind.WITHDRAWAL, reference);
        return view(participant);
    }

    @Transactional(readOnly = true)
    public AccountView view(ParticipantId participant) {
        return new AccountView(
                participant,
                ledger.balance(Account.available(participant)),
                ledger.balance(Account.reserved(participant)),
                ledger.balance(Account.earned(participant)));
    }

    private void book(String id, Account from, Account to, Money amount, Kind kind, String reference) {
        var transfer = new Transfer(id, from, to, amount, kind, null, reference, clock.instant());
        var booked = ledger.find(id);
        if (booked.isPresent()) {
            if (!booked.get().same(transfer)) throw new Refused(new ReferenceUsed(reference));
        } else if (!ledger.record(transfer)) {
            throw new Refused(new InsufficientBalance(amount));
        }
    }
}
