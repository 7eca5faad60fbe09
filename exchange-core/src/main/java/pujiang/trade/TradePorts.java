package pujiang.trade;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.function.Function;
import pujiang.calendar.Shanghai;
import pujiang.compliance.ComplianceReview;
import pujiang.compliance.Decision;
import pujiang.compliance.ExchangeFacts;
import pujiang.compliance.ExportFacts;
import pujiang.compliance.FactSheet;
import pujiang.compliance.FactSource;
import pujiang.compliance.Gate;
import pujiang.compliance.ProposedExchange;
import pujiang.compliance.TradeFacts;
import pujiang.delivery.DeliveryChannels;
import pujiang.delivery.Handover;
import pujiang.refusal.Refused;
import pujiang.trade.ExportCounts.Counted;

/** The ports of a trade: rules, counters, money, notary and calendar. */
public record TradePorts(
        ComplianceReview law,
        ExportCounts exports,
        Escrow escrow,
        Notary notary,
        Periods periods,
        FourEyes fourEyes,
        GrantedWaivers exceptions,
        DeliveryObjection objection,
        OpenOrders openOrders,
        DeliveryChannels channels,
        Clock clock) {

    public LocalDate today() {
        return Shanghai.today(clock);
    }

    Instant now() {
        return clock.instant();
    }

    Instant after(Duration period) {
        return now().plus(period);
    }

    /** When a review that begins now is escalated. */
    Instant reviewEnd() {
        return after(periods.review());
    }

    /** @throws Refused if no wired channel serves this handover */
    void mustServe(TradeId trade, Handover handover) {
        if (!channels.serve(handover.kind())) {
            throw new Refused(new TradeRefusal.NoChannel(trade, handover.kind()));
        }
    }

    /** Evaluates the rules for this trade, on the exporter's counts as locked until the transaction ends. */
    Decision review(Gate gate, TradeId trade, Agreement agreement, FactSheet known, DocumentRequests documentRequests) {
        var year = Year.from(today());
        var facts = facts(agreement, known).and(documentRequests.facts());
        return review(gate, facts, share -> exports.including(trade, agreement.vendor(), year, share));
    }

    /** The trade is agreed, or its data leaves: its exports are counted. */
    void count(TradeId trade, Agreement agreement, Decision decision) {
        var year = Year.from(today());
        ExportShare.of(decision).ifPresent(share -> exports.take(trade, agreement.vendor(), year, share));
    }

    /** Evaluates the rules without a lock, for a quote before any commitment (报价). */
    public Decision preview(Agreement proposed, FactSheet known) {
        var year = Year.from(today());
        return review(Gate.ORDER, facts(proposed, known), share -> exports.preview(proposed.vendor(), year, share));
    }

    private Decision review(Gate gate, FactSheet facts, Function<ExportShare, Counted> exporterCounts) {
        var question = new ProposedExchange(gate, today(), facts);
        var counted = ExportShare.of(facts, law.traits(question)).map(exporterCounts);
        var counts = counted.map(TradePorts::facts).orElse(FactSheet.empty());
        return law.review(question.given(facts.and(counts)));
    }

    /** The known facts as far as they concern this agreement, and the facts of the agreement itself. */
    public static FactSheet facts(Agreement agreement, FactSheet known) {
        // The buyer states its own use; the uses for which a vendor offers its product are another matter.
        return known.except(known.only(List.of("use")))
                .and(agreement.use().facts().from(FactSource.BUYER))
                .with(ExchangeFacts.PRICE_AMOUNT, agreement.price().getAmount())
                .with(TradeFacts.SCENARIO_DECLARED, agreement.use().scenarioDeclared());
    }

    /** The facts that the exchange has counted. */
    public static FactSheet facts(Counted total) {
        return FactSheet.empty()
                .with(ExportFacts.YTD_NON_SENSITIVE, total.nonSensitive())
                .with(ExportFacts.YTD_SENSITIVE, total.sensitive())
                .from(FactSource.COUNTER);
    }
}
