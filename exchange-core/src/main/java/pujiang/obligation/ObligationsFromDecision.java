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

/** The duties that a decision found, each with whoever owes it. The law states no day for them; the exchange does. */
public final class ObligationsFromDecision {

    /** What is found at admission comes before no step of a trade. Our own choice. */
    private static final int DAYS_FROM_ADMISSION = 30;

    private static final int DAYS_AFTER_A_TRADE = 10;

    private ObligationsFromDecision() {}

    /** Of a trade: to be met before the vendor must have delivered. */
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

    /** Of a listing: nothing that is sold under it can be delivered before. Due on its last day. */
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
     * Of a trade that is over: what is owed, and what is denied, for nobody is at the gate to be turned away. Ten days are
     * our own choice.
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

    /** An incident is owed for by the side that has reported it as its own; the rest by whom the rule names. */
    private static ResponsibleParty afterwards(@Nullable Obligor named, Agreement agreement, Decision decision) {
        var saidByBuyer = decision.sources().getOrDefault(FactSource.BUYER, List.of());
        return named == Obligor.REPORTER && saidByBuyer.contains(IncidentFacts.REPORTED.name())
                ? ResponsibleParty.buyer(agreement.buyer())
                : ResponsibleParty.of(named, agreement.vendor(), agreement.buyer());
    }

    /** Found when a participant was admitted; the exchange's own are opened once, whoever came to be admitted. */
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
