package pujiang.obligation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pujiang.calendar.Shanghai;
import pujiang.compliance.Bilingual;
import pujiang.compliance.Provision;
import pujiang.compliance.Provisions;
import pujiang.compliance.Traits;
import pujiang.obligation.Duty.Kind;
import pujiang.obligation.ResponsibleParty.Side;
import pujiang.trade.Agreement;
import pujiang.trade.TradeId;

/**
 * Derives the obligations that begin with a delivery from the provisions for data with its traits. Days are days in
 * Shanghai.
 *
 * <p>Our own choice: an obligation to refrain is proven by a declaration on the last day of use. Not modelled: a law
 * may require keeping data that an agreement says to delete.
 */
public final class ObligationsFromDelivery {

    /** The days for returning data of a rescinded trade. Our own choice; the Civil Code names no day. */
    private static final int DAYS_FROM_RESCISSION = 10;

    private final TradeId trade;
    private final Agreement agreement;
    private final String source;
    private final LocalDate delivered;
    private final LocalDate lastDayOfUse;

    private ObligationsFromDelivery(TradeId trade, Agreement agreement, String source, LocalDate delivered) {
        this.trade = trade;
        this.agreement = agreement;
        this.source = source;
        this.delivered = delivered;
        this.lastDayOfUse = delivered.plusDays(agreement.terms().termDays());
    }

    /** @param traits of the decision that allowed the delivery */
    public static List<Duty> of(
            TradeId trade, Agreement agreement, Provisions law, Traits traits, String source, Instant delivered) {
        var day = Shanghai.dayOf(delivered);
        var duties = new ObligationsFromDelivery(trade, agreement, source, day);
        return law.ofDelivery(traits, day).stream().map(duties::duty).toList();
    }

    /** A delivered trade was rescinded: the buyer has its money back and must not keep a copy. */
    public static Duty ofRescission(TradeId trade, Agreement agreement, Provisions law, Instant rescinded) {
        var last = Shanghai.dayOf(rescinded).plusDays(DAYS_FROM_RESCISSION);
        var cited = law.rescission();
        return new Duty(
                Kind.DELETION,
                cited.rule(),
                cited.instrument(),
                cited.article(),
                new Bilingual("合同解除后删除数据", "Delete the data of a rescinded trade"),
                new Bilingual("删除数据及全部副本并书面声明", "Delete the data and every copy, and declare the deletion"),
                ResponsibleParty.buyer(agreement.buyer()),
                ObligationSubject.of(trade, agreement),
                "trade " + trade,
                Duty.endOf(last),
                null);
    }

    /** The obligation of the next year, if a yearly obligation's ground still holds in the year to be reported on. */
    public static Optional<Duty> following(Duty duty) {
        var next = duty.lastDay().plusYears(1);
        return duty.until() == null || next.getYear() - 1 > duty.until().getYear()
                ? Optional.empty()
                : Optional.of(duty.dueOn(next));
    }

    private Duty duty(Provision owed) {
        var responsibleParty = ResponsibleParty.of(owed.bearer(), agreement.vendor(), agreement.buyer());
        var isYearly = owed.kind() == Provision.Kind.YEARLY;
        return new Duty(
                kind(owed.kind()),
                owed.law().rule(),
                owed.law().instrument(),
                owed.law().article(),
                owed.title(),
                owed.remedy(),
                responsibleParty,
                isYearly ? ofEveryYear(responsibleParty) : ObligationSubject.of(trade, agreement),
                source,
                Duty.endOf(isYearly ? endOf(owed.month()) : lastDayOfUse),
                isYearly ? lastDayOfUse : null);
    }

    private static Kind kind(Provision.Kind kind) {
        return switch (kind) {
            case DELETION -> Kind.DELETION;
            case AGREED_USE -> Kind.AGREED_USE;
            case ONWARD_TRANSFER -> Kind.ONWARD_TRANSFER;
            case YEARLY -> Kind.YEARLY;
        };
    }

    /** A vendor has one for each listing, however often it is sold; a buyer one for all purchases. */
    private ObligationSubject ofEveryYear(ResponsibleParty responsibleParty) {
        return responsibleParty.side() == Side.BUYER
                ? ObligationSubject.ofTheBuyer(agreement)
                : ObligationSubject.ofTheListing(agreement);
    }

    /** In the year after the delivery, because the year of the delivery is the first to be reported on. */
    private LocalDate endOf(@Nullable Month month) {
        var last = month == null ? Month.DECEMBER : month;
        return YearMonth.of(delivered.getYear() + 1, last).atEndOfMonth();
    }
}
