package pujiang.obligation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pujiang.compliance.Decision;
import pujiang.compliance.FactSource;
import pujiang.compliance.IncidentFacts;
import pujiang.compliance.Obligor;
import pujiang.compliance.Outcome;
import pujiang.listing.ListingId;
import pujiang.listing.Offer;
import pujiang.obligation.Duty.Kind;
import pujiang.obligation.ResponsibleParty.Side;
import pujiang.participant.ParticipantId;
import pujiang.trade.Agreement;
import pujiang.trade.TradeId;

/** Derives obligations and their responsible parties from a decision. The exchange sets the days, the law none. */
public final class ObligationsFromDecision {

    /** For obligations found at admission, which precede no step of a trade. Our own choice. */
    private static final int DAYS_FROM_ADMISSION = 30;

    private static final int DAYS_AFTER_A_TRADE = 10;

    private ObligationsFromDecision() {}

    /** The obligations of a trade, to be met before the vendor must have delivered. */
    public static List<Duty> of(TradeId trade, Agreement agreement, Decision decision, Instant deliverBy) {
        var subject = ObligationSubject.of(trade, agreement);
        var source = decision.digest();
        return decision.obligations().stream()
                .map(found -> Duty.of(
                        Kind.BEFORE_DELIVERY,
                        found,
                        ResponsibleParty.of(found.bearer(), agreement.vendor(), agreement.buyer()),
                        subject,
                        source,
                        deliverBy))
                .toList();
    }

    /** The obligations of a listing. They must be met before any delivery under it, at the latest on its last day. */
    public static List<Duty> of(ListingId listing, Offer offer, Decision decision) {
        var subject = ObligationSubject.of(listing, offer);
        var source = decision.digest();
        var due = Duty.endOf(offer.terms().until());
        return decision.obligations().stream()
                .map(found -> Duty.of(
                        Kind.BEFORE_DELIVERY,
                        found,
                        ResponsibleParty.of(found.bearer(), offer.vendor(), null),
                        subject,
                        source,
                        due))
                .toList();
    }

    /**
     * The obligations of a completed trade, from obligations and denials, because no gate is left to stop it. Ten days
     * are our own choice.
     */
    public static List<Duty> after(TradeId trade, Agreement agreement, Decision decision) {
        var source = decision.digest();
        var last = decision.on().plusDays(DAYS_AFTER_A_TRADE);
        return decision.findings().stream()
                .filter(found -> found.outcome() == Outcome.OBLIGATION || found.outcome() == Outcome.DENY)
                .map(found -> {
                    var responsibleParty = afterwards(found.bearer(), agreement, decision);
                    var subject = responsibleParty.side() == Side.EXCHANGE
                            ? ObligationSubject.EXCHANGE
                            : ObligationSubject.of(trade, agreement);
                    return Duty.of(Kind.STANDING, found, responsibleParty, subject, source, Duty.endOf(last));
                })
                .toList();
    }

    /** For an incident, the party that has reported it on its side; otherwise the party that the rule names. */
    private static ResponsibleParty afterwards(@Nullable Obligor named, Agreement agreement, Decision decision) {
        var saidByBuyer = decision.sources().getOrDefault(FactSource.BUYER, List.of());
        return named == Obligor.REPORTER && saidByBuyer.contains(IncidentFacts.REPORTED.name())
                ? ResponsibleParty.buyer(agreement.buyer())
                : ResponsibleParty.of(named, agreement.vendor(), agreement.buyer());
    }

    /** The obligations found at an admission; those of the exchange are opened once for all admissions. */
    public static List<Duty> of(ParticipantId admitted, Decision decision) {
        var source = decision.digest();
        LocalDate last = decision.on().plusDays(DAYS_FROM_ADMISSION);
        return decision.obligations().stream()
                .map(found -> {
                    var responsibleParty = ResponsibleParty.of(found.bearer(), admitted, null);
                    var subject = responsibleParty.side() == Side.EXCHANGE
                            ? ObligationSubject.EXCHANGE
                            : new ObligationSubject(null, null, null, null, admitted);
                    return Duty.of(Kind.STANDING, found, responsibleParty, subject, source, Duty.endOf(last));
                })
                .toList();
    }
}
