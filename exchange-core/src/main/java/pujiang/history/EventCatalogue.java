package pujiang.history;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pujiang.listing.ListingEvent;
import pujiang.obligation.ObligationEvent;
import pujiang.participant.ParticipantEvent;
import pujiang.product.ProductEvent;
import pujiang.recall.RecallEvent;
import pujiang.rulebook.RuleBookEvent;
import pujiang.trade.ReviewEvent;
import pujiang.trade.TradeEvent;
import pujiang.watch.WatchEvent;

/** All stored events by name. A released name never changes. A class that moves or is renamed keeps its line here. */
public final class EventCatalogue implements EventNames {

    private static final Map<String, Class<?>> CLASSES = new TreeMap<>(Map.ofEntries(
            Map.entry("participant.applied", ParticipantEvent.ParticipantApplied.class),
            Map.entry("participant.verified", ParticipantEvent.ParticipantVerified.class),
            Map.entry("participant.statement-revised", ParticipantEvent.StatementRevised.class),
            Map.entry("participant.assessed", ParticipantEvent.ParticipantAssessed.class),
            Map.entry("participant.refused", ParticipantEvent.ParticipantRefused.class),
            Map.entry("participant.rejected", ParticipantEvent.ParticipantRejected.class),
            Map.entry("participant.lapsed", ParticipantEvent.ParticipantLapsed.class),
            Map.entry("participant.suspended", ParticipantEvent.ParticipantSuspended.class),
            Map.entry("participant.stop-lifted", ParticipantEvent.ParticipantStopLifted.class),
            Map.entry("participant.reinstated", ParticipantEvent.ParticipantReinstated.class),
            Map.entry("product.registered", ProductEvent.ProductRegistered.class),
            Map.entry("product.revised", ProductEvent.ProductRevised.class),
            Map.entry("product.recipient-stated", ProductEvent.RecipientStated.class),
            Map.entry("product.assessed", ProductEvent.ProductAssessed.class),
            Map.entry("product.suspended", ProductEvent.ProductSuspended.class),
            Map.entry("product.stop-lifted", ProductEvent.ProductStopLifted.class),
            Map.entry("product.struck-off", ProductEvent.ProductStruckOff.class),
            Map.entry("listing.published", ListingEvent.ListingPublished.class),
            Map.entry("listing.held", ListingEvent.ListingHeld.class),
            Map.entry("listing.refused", ListingEvent.ListingRefused.class),
            Map.entry("listing.revised", ListingEvent.ListingRevised.class),
            Map.entry("listing.answer-changed", ListingEvent.ListingAnswerChanged.class),
            Map.entry("listing.revision-refused", ListingEvent.ListingRevisionRefused.class),
            Map.entry("listing.suspended", ListingEvent.ListingSuspended.class),
            Map.entry("listing.stop-lifted", ListingEvent.ListingStopLifted.class),
            Map.entry("listing.resumed", ListingEvent.ListingResumed.class),
            Map.entry("listing.resumption-refused", ListingEvent.ListingResumptionRefused.class),
            Map.entry("listing.withdrawn", ListingEvent.ListingWithdrawn.class),
            Map.entry("listing.rejected", ListingEvent.ListingRejected.class),
            Map.entry("listing.ended", ListingEvent.ListingEnded.class),
            Map.entry("listing.lapsed", ListingEvent.ListingLapsed.class),
            Map.entry("rule-book.activated", RuleBookEvent.RuleBookActivated.class),
            Map.entry("trade.order-refused", TradeEvent.OrderRefused.class),
            Map.entry("trade.order-held", TradeEvent.OrderHeld.class),
            Map.entry("trade.agreed", TradeEvent.TradeAgreed.class),
            Map.entry("trade.review-supported", ReviewEvent.ReviewSupported.class),
            Map.entry("trade.review-claimed", ReviewEvent.ReviewClaimed.class),
            Map.entry("trade.review-released", ReviewEvent.ReviewReleased.class),
            Map.entry("trade.review-escalated", ReviewEvent.ReviewEscalated.class),
            Map.entry("trade.review-continued", ReviewEvent.ReviewContinued.class),
            Map.entry("trade.exception-granted", ReviewEvent.ExceptionGranted.class),
            Map.entry("trade.exception-revoked", ReviewEvent.ExceptionRevoked.class),
            Map.entry("trade.document-requested", ReviewEvent.DocumentRequested.class),
            Map.entry("trade.document-request-withdrawn", ReviewEvent.DocumentRequestWithdrawn.class),
            Map.entry("trade.document-provided", ReviewEvent.DocumentProvided.class),
            Map.entry("trade.use-stated", ReviewEvent.UseStated.class),
            Map.entry("trade.answer-changed", ReviewEvent.AnswerChanged.class),
            Map.entry("trade.review-rejected", ReviewEvent.ReviewRejected.class),
            Map.entry("trade.cancelled", TradeEvent.TradeCancelled.class),
            Map.entry("trade.lapsed", TradeEvent.TradeLapsed.class),
            Map.entry("trade.delivery-refused", TradeEvent.DeliveryRefused.class),
            Map.entry("trade.delivery-held", TradeEvent.DeliveryHeld.class),
            Map.entry("trade.delivery-made", TradeEvent.DeliveryMade.class),
            Map.entry("trade.delivery-collected", TradeEvent.DeliveryCollected.class),
            Map.entry("trade.delivery-accepted", TradeEvent.DeliveryAccepted.class),
            Map.entry("trade.delivery-disputed", TradeEvent.DeliveryDisputed.class),
            Map.entry("trade.rescinded", TradeEvent.TradeRescinded.class),
            Map.entry("trade.dispute-dismissed", TradeEvent.DisputeDismissed.class),
            Map.entry("trade.settled", TradeEvent.TradeSettled.class),
            Map.entry("trade.certificate-issued", TradeEvent.CertificateIssued.class),
            Map.entry("obligation.incurred", ObligationEvent.ObligationIncurred.class),
            Map.entry("obligation.proven", ObligationEvent.ObligationProven.class),
            Map.entry("obligation.proof-rejected", ObligationEvent.ProofRejected.class),
            Map.entry("obligation.discharged", ObligationEvent.ObligationDischarged.class),
            Map.entry("obligation.breached", ObligationEvent.ObligationBreached.class),
            Map.entry("recall.filed", RecallEvent.RecallFiled.class),
            Map.entry("recall.plan-staged", RecallEvent.PlanStaged.class),
            Map.entry("recall.plan-confirmed", RecallEvent.PlanConfirmed.class),
            Map.entry("recall.measure-taken", RecallEvent.MeasureTaken.class),
            Map.entry("recall.measure-postponed", RecallEvent.MeasurePostponed.class),
            Map.entry("recall.completed", RecallEvent.RecallCompleted.class),
            Map.entry("recall.dropped", RecallEvent.RecallDropped.class),
            Map.entry("watch.judged", WatchEvent.AfterwardsJudged.class),
            Map.entry("watch.resolved", WatchEvent.AfterwardsResolved.class),
            Map.entry("watch.incident-reported", WatchEvent.IncidentReported.class),
            Map.entry("watch.purpose-changed", WatchEvent.PurposeChanged.class)));

    private static final Map<Class<?>, String> NAMES =
            CLASSES.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    @Override
    public String nameOf(Class<?> type) {
        var name = NAMES.get(type);
        if (name == null) throw new IllegalArgumentException(type + " has no stored name");
        return name;
    }

    @Override
    public Class<?> classOf(String name) {
        var type = CLASSES.get(name);
        if (type == null) throw new IllegalArgumentException("no event was ever stored as " + name);
        return type;
    }

    /** All names with their classes. */
    public static Map<String, Class<?>> classes() {
        return Map.copyOf(CLASSES);
    }
}
