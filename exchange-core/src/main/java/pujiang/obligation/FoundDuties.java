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
import pujiang.obligation.Bearer.Side;
import pujiang.obligation.Duty.Kind;
import pujiang.participant.ParticipantId;
import pujiang.trade.Agreement;
import pujiang.trade.TradeId;

/** The duties that a decision found, each with whoever owes it. The law states no day for them; the exchange does. */
public final class FoundDuties {

    /** What is found at admission comes before no step of a trade. Our own choice. */
    private static final int DAYS_FROM_ADMISSION = 30;

    private static final int DAYS_AFTER_A_TRADE = 10;

    private FoundDuties() {}

    /** Of a trade: to be met before the vendor must have delivered. */
    public static List<Duty> of(TradeId trade, Agreement agreement, Decision decision, Instant deliverBy) {
        var concern = Concern.of(trade, agreement);
        var source = decision.digest();
        return decision.obligations().stream()
                .map(found -> Duty.of(
                        Kind.BEFORE_DELIVERY,
                        found,
                        Bearer.of(found.bearer(), agreement.vendor(), agreement.buyer()),
                        concern,
                        source,
                        deliverBy))
                .toList();
    }

    /** Of a listing: nothing that is sold under it can be delivered before. Due on its last day. */
    public static List<Duty> of(ListingId listing, Offer offer, Decision decision) {
        var concern = Concern.of(listing, offer);
        var source = decision.digest();
        var due = Duty.endOf(offer.terms().until());
        return decision.obligations().stream()
                .map(found -> Duty.of(
                        Kind.BEFORE_DELIVERY,
                        found,
                        Bearer.of(found.bearer(), offer.vendor(), null),
                        concern,
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
                    var bearer = afterwards(found.bearer(), agreement, decision);
                    var concern = bearer.side() == Side.EXCHANGE ? Concern.EXCHANGE : Concern.of(trade, agreement);
                    return Duty.of(Kind.STANDING, found, bearer, concern, source, Duty.endOf(last));
                })
                .toList();
    }

    /** An incident is owed for by the side that has reported it as its own; the rest by whom the rule names. */
    private static Bearer afterwards(@Nullable Obligor named, Agreement agreement, Decision decision) {
        var saidByBuyer = decision.sources().getOrDefault(FactSource.BUYER, List.of());
        return named == Obligor.REPORTER && saidByBuyer.contains(IncidentFacts.REPORTED.name())
                ? Bearer.buyer(agreement.buyer())
                : Bearer.of(named, agreement.vendor(), agreement.buyer());
    }

    /** Found when a participant was admitted; the exchange's own are opened once, whoever came to be admitted. */
    public static List<Duty> of(ParticipantId admitted, Decision decision) {
        var source = decision.digest();
        LocalDate last = decision.on().plusDays(DAYS_FROM_ADMISSION);
        return decision.obligations().stream()
                .map(found -> {
                    var bearer = Bearer.of(found.bearer(), admitted, null);
                    var concern = bearer.side() == Side.EXCHANGE
                            ? Concern.EXCHANGE
                            : new Concern(null, null, null, null, admitted);
                    return Duty.of(Kind.STANDING, found, bearer, concern, source, Duty.endOf(last));
                })
                .toList();
    }
}
