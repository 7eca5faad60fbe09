package pujiang.app.settlement;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pujiang.calendar.Shanghai;
import pujiang.participant.ParticipantId;
import pujiang.refusal.Refused;
import pujiang.refusal.SeparationOfDuties;
import pujiang.settlement.Account;
import pujiang.settlement.BankBooking;
import pujiang.settlement.BankBooking.Direction;
import pujiang.settlement.BankBooking.End;
import pujiang.settlement.BankBooking.Outcome;
import pujiang.settlement.BankJournal;
import pujiang.settlement.BookingId;
import pujiang.settlement.Ledger;
import pujiang.settlement.MoneyRefusal.BalanceTooLarge;
import pujiang.settlement.MoneyRefusal.BookingChanged;
import pujiang.settlement.MoneyRefusal.BookingEnded;
import pujiang.settlement.MoneyRefusal.BookingUnknown;
import pujiang.settlement.MoneyRefusal.InsufficientBalance;
import pujiang.settlement.MoneyRefusal.ReferenceUsed;
import pujiang.settlement.MoneyRefusal.SecondOperatorNeeded;

/**
 * Books payments of the bank (入金、出金), each reference once, and stores their author. From a set amount two operators are
 * needed: the first one's request moves no money, except that a withdrawal sets its money aside, until a second one has
 * confirmed exactly that request. All bookings of one participant are done in turn: its account is locked first.
 *
 * <p>See docs/decisions/0074-two-operators-for-large-amounts.md.
 */
@Component
@EnableConfigurationProperties(SettlementSettings.class)
public class CashBookings {

    private final Ledger ledger;
    private final BankJournal journal;
    private final SettlementSettings settings;
    private final Clock clock;

    CashBookings(Ledger ledger, BankJournal journal, SettlementSettings settings, Clock clock) {
        this.ledger = ledger;
        this.journal = journal;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Books, or, from the set amount, requests the second operator. The same request again changes nothing.
     *
     * @param by user name of the operator
     */
    @Transactional
    public BankBooking book(Direction direction, ParticipantId participant, Money amount, Statement said, String by) {
        ledger.lock(participant);
        var earlier = journal.latest(direction, said.reference());
        if (earlier.filter(CashBookings::stands).isPresent()) return sameOrRefused(earlier.get(), participant, amount);
        int attempt = earlier.map(BankBooking::attempt).orElse(0) + 1;
        var now = now();
        var due = needsTwo(direction, participant, amount, now) ? now.plus(settings.confirmWithin()) : null;
        var asked = asked(direction, attempt, participant, amount, said, by, now, due);
        // The same reference was booked for another participant at the same moment, and first.
        if (!journal.ask(asked)) {
            var first = journal.latest(direction, said.reference());
            return sameOrRefused(first.orElseThrow(), participant, amount);
        }
        if (direction == Direction.OUT) ledger.sweep("bank/sweep/" + asked.id(), participant, room(participant), now);
        if (due == null) return booked(asked, by, now);
        asked.hold().ifPresent(hold -> moved(ledger.record(hold), amount));
        return asked;
    }

    /**
     * @param reference the bank's own
     * @param note what else there is to say of the ground; may be empty
     */
    public record Statement(String reference, String note) {}

    /**
     * A second operator confirms, and the money moves.
     *
     * @param digest of the request as it was read
     */
    @Transactional
    public BankBooking confirm(BookingId id, String digest, String by) {
        var booking = locked(id);
        if (!booking.digest().equals(digest)) throw new Refused(new BookingChanged(id.value()));
        if (booking.end() != null) return sameEndOrRefused(booking, Outcome.BOOKED, by);
        if (SeparationOfDuties.BOOKS_AND_CONFIRMS.brokenBy(booking.requestedBy(), by)) {
            throw new Refused(new SecondOperatorNeeded(id.value()));
        }
        var now = now();
        if (isOver(booking, now)) throw new Refused(new BookingEnded(id.value(), "expired"));
        return booked(booking, by, now);
    }

    /** Another operator rejects a request, or its author withdraws it; money set aside is returned. */
    @Transactional
    public BankBooking end(BookingId id, String reason, String by) {
        var booking = locked(id);
        var outcome = booking.requestedBy().equals(by) ? Outcome.WITHDRAWN : Outcome.REJECTED;
        if (booking.end() != null) return sameEndOrRefused(booking, outcome, by);
        return givenBack(booking, new End(outcome, by, reason, now()));
    }

    /** Ends an expired request. Too early, or a second time, it has no effect. */
    @Transactional
    public void expire(BookingId id) {
        var booking = locked(id);
        var now = now();
        if (booking.isPending() && isOver(booking, now)) givenBack(booking, new End(Outcome.EXPIRED, "", "", now));
    }

    @Transactional(readOnly = true)
    public BankBooking find(BookingId id) {
        return journal.find(id).orElseThrow(() -> new Refused(new BookingUnknown(id.value())));
    }

    @Transactional(readOnly = true)
    public AccountView view(ParticipantId participant) {
        return new AccountView(
                participant,
                ledger.balance(Account.available(participant)),
                ledger.balance(Account.reserved(participant)),
                ledger.balance(Account.withdrawing(participant)),
                ledger.balance(Account.earned(participant)));
    }

    private static BankBooking asked(
            Direction direction,
            int attempt,
            ParticipantId participant,
            Money amount,
            Statement said,
            String by,
            Instant now,
            @Nullable Instant due) {
        return new BankBooking(
                direction, said.reference(), attempt, participant, amount, said.note(), by, now, due, null);
    }

    /**
     * All bookings for one participant on one day in one direction count together: an amount cannot be split to stay
     * below the limit, nor split among operators.
     */
    private boolean needsTwo(Direction direction, ParticipantId participant, Money amount, Instant now) {
        var today = Shanghai.startOf(Shanghai.dayOf(now));
        return settings.needsTwo(journal.asked(participant, direction, today).plus(amount));
    }

    /** Locked before it is read, so that what is read stays so until the end of the transaction. */
    private BankBooking locked(BookingId id) {
        ledger.lock(find(id).participant());
        return find(id);
    }

    private BankBooking booked(BankBooking booking, String by, Instant now) {
        var end = new End(Outcome.BOOKED, by, "", now);
        if (!journal.end(booking, end))
            throw new Refused(
                    new BookingEnded(booking.id().value(), find(booking.id()).state()));
        moved(ledger.record(booking.transfer(now)), booking.amount());
        if (room(booking.participant()).isNegative()) throw new Refused(new BalanceTooLarge(Account.LARGEST));
        return find(booking.id());
    }

    private BankBooking givenBack(BankBooking booking, End end) {
        if (!journal.end(booking, end))
            throw new Refused(
                    new BookingEnded(booking.id().value(), find(booking.id()).state()));
        booking.release(end.at()).ifPresent(ledger::record);
        return find(booking.id());
    }

    /** The room below the largest balance. Reserved money counts: it may return from orders and withdrawals. */
    private Money room(ParticipantId participant) {
        return Account.LARGEST
                .minus(ledger.balance(Account.available(participant)))
                .minus(ledger.balance(Account.reserved(participant)))
                .minus(ledger.balance(Account.withdrawing(participant)));
    }

    private static void moved(boolean covered, Money amount) {
        if (!covered) throw new Refused(new InsufficientBalance(amount));
    }

    /** As a column stores it: the digest of the stored booking equals that of the request. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Whether money has moved for it, or still may. */
    private static boolean stands(BankBooking booking) {
        return booking.isPending() || booking.isBooked();
    }

    private static boolean isOver(BankBooking booking, Instant now) {
        return booking.due() != null && !now.isBefore(booking.due());
    }

    private static BankBooking sameOrRefused(BankBooking first, ParticipantId participant, Money amount) {
        if (first.same(participant, amount)) return first;
        throw new Refused(new ReferenceUsed(first.reference()));
    }

    /** The same decision by the same operator is one. */
    private static BankBooking sameEndOrRefused(BankBooking booking, Outcome outcome, String by) {
        var end = booking.end();
        if (end != null && end.outcome() == outcome && end.by().equals(by)) return booking;
        throw new Refused(new BookingEnded(booking.id().value(), booking.state()));
    }
}
