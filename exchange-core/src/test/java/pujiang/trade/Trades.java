package pujiang.trade;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.Money;
import pujiang.Law;
import pujiang.compliance.Clearance;
import pujiang.compliance.Clearance.Lifting;
import pujiang.compliance.Decision;
import pujiang.compliance.FactSheet;
import pujiang.compliance.Gate;
import pujiang.compliance.Verdict;
import pujiang.delivery.Content;
import pujiang.delivery.Handover;
import pujiang.delivery.Handover.FileHandover;
import pujiang.listing.ListingId;
import pujiang.listing.PricePlan;
import pujiang.listing.Purpose;
import pujiang.listing.Terms;
import pujiang.participant.Jurisdiction;
import pujiang.participant.ParticipantId;
import pujiang.product.ProductId;
import pujiang.trade.ReviewEvent.DocumentRequested;
import pujiang.trade.ReviewEvent.ReviewEscalated;
import pujiang.trade.ReviewEvent.ReviewRejected;
import pujiang.trade.TradeCommand.Resolution;
import pujiang.trade.TradeEvent.DeliveryAccepted;
import pujiang.trade.TradeEvent.DeliveryDisputed;
import pujiang.trade.TradeEvent.DeliveryHeld;
import pujiang.trade.TradeEvent.DeliveryMade;
import pujiang.trade.TradeEvent.DeliveryRefused;
import pujiang.trade.TradeEvent.OrderHeld;
import pujiang.trade.TradeEvent.OrderRefused;
import pujiang.trade.TradeEvent.TradeAgreed;
import pujiang.trade.TradeEvent.TradeCancelled;
import pujiang.trade.TradeEvent.TradeLapsed;
import pujiang.trade.TradeEvent.TradeRescinded;

/** One trade in each state it can be in, and each command, by the names that the tables use. */
final class Trades {

    static final TradeId ID = new TradeId("persons-for-lion");
    /** 00:30 of the next day in Shanghai. */
    static final Instant NOW = Instant.parse("2026-11-22T16:30:00Z");

    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    static final Instant REVIEW_DUE = Instant.parse("2026-12-02T16:30:00Z");
    static final Instant ESCALATION_DUE = Instant.parse("2026-12-07T16:30:00Z");
    static final Instant DELIVERY_DUE = Instant.parse("2026-12-07T16:30:00Z");
    static final Instant ACCEPTANCE_DUE = Instant.parse("2026-11-29T16:30:00Z");
    static final Instant DISPUTE_DUE = Instant.parse("2026-12-22T16:30:00Z");
    static final Lifting LIFTING = new Lifting("officer", "seen the contract", "vault/9");
    static final Content CONTENT = new Content("0a".repeat(32), "f1".repeat(32), 1_200_000, "text/csv");
    static final Handover FILE = new FileHandover(CONTENT, null);
    static final RequestedEvidence ASKING = new RequestedEvidence(
            TradeParty.VENDOR, List.of("product.rightsDispute", "product.subjectCount"), "the court's ruling");
    static final FactSheet SHOWN = FactSheet.of(Map.of("product.rightsDispute", false, "product.subjectCount", 9_000));
    static final Agreement AGREEMENT = agreement("lion", 1, "hiring");

    /** An export of 10,000 persons' data, so that a share of the counts is held. */
    static final FactSheet KNOWN = FactSheet.of(
            Map.of("buyer.location", "FOREIGN", "product.deidStatus", "DE_IDENTIFIED", "product.subjectCount", 10_000));

    static final List<String> ONGOING = List.of("requested", "agreed", "delivery-held", "delivered", "disputed");
    static final List<String> ENDED = List.of("completed", "refused", "rejected", "cancelled", "lapsed", "rescinded");
    static final List<String> COMMANDS = List.of(
            "approve",
            "reject",
            "cancel",
            "deliver",
            "collect",
            "accept",
            "dispute",
            "pay the vendor",
            "refund the buyer",
            "claim",
            "release",
            "ask",
            "no longer ask",
            "provide");

    private Trades() {}

    static Stream<String> states() {
        return Stream.concat(ONGOING.stream(), ENDED.stream());
    }

    static Agreement agreement(String buyer, int revision, String scenario) {
        var terms = new Terms(
                PricePlan.of(Money.parse("CNY 100.00")),
                Set.of(Purpose.RESEARCH),
                Set.of(Jurisdiction.FOREIGN, Jurisdiction.MAINLAND),
                365,
                TODAY);
        return new Agreement(
                new ListingId("persons-offer"),
                revision,
                new ProductId("persons"),
                new ParticipantId("delta"),
                new ParticipantId(buyer),
                terms,
                new DeclaredUse(Purpose.RESEARCH, scenario),
                TODAY);
    }

    static List<TradeEvent> history(String state) {
        var open = decision(Verdict.REQUIRE_REVIEW);
        var lifted = Clearance.lifted(open, LIFTING);
        var requested = new OrderHeld(ID, AGREEMENT, open, REVIEW_DUE);
        var agreed = new TradeAgreed(ID, AGREEMENT, open, lifted, DELIVERY_DUE);
        var made = new DeliveryMade(ID, FILE, open, lifted, Office.signed("receipt"), ACCEPTANCE_DUE);
        var disputed = new DeliveryDisputed(ID, "half is missing", DISPUTE_DUE);
        return switch (state) {
            case "absent" -> List.of();
            case "requested" -> List.of(requested);
            case "requested, a paper asked" -> List.of(requested, new DocumentRequested(ID, 1, ASKING));
            case "delivery-held, a paper asked" ->
                List.of(agreed, new DeliveryHeld(ID, FILE, open, REVIEW_DUE), new DocumentRequested(ID, 1, ASKING));
            case "requested, escalated" -> List.of(requested, new ReviewEscalated(ID, ESCALATION_DUE));
            case "delivery-held, escalated" ->
                List.of(agreed, new DeliveryHeld(ID, FILE, open, REVIEW_DUE), new ReviewEscalated(ID, ESCALATION_DUE));
            case "agreed" -> List.of(agreed);
            case "agreed, one delivery refused" ->
                List.of(agreed, new DeliveryRefused(ID, FILE, decision(Verdict.DENY)));
            case "delivery-held" -> List.of(agreed, new DeliveryHeld(ID, FILE, open, REVIEW_DUE));
            case "delivered" -> List.of(agreed, made);
            case "disputed" -> List.of(agreed, made, disputed);
            case "completed" -> List.of(agreed, made, new DeliveryAccepted(ID, false));
            case "refused" -> List.of(new OrderRefused(ID, AGREEMENT, decision(Verdict.DENY)));
            case "rejected" -> List.of(requested, new ReviewRejected(ID, "no contract"));
            case "cancelled" -> List.of(agreed, new TradeCancelled(ID, "not needed"));
            case "lapsed" -> List.of(agreed, new TradeLapsed(ID, "agreed", DELIVERY_DUE));
            case "rescinded" -> List.of(agreed, made, disputed, new TradeRescinded(ID, "half is missing"));
            default -> throw new IllegalArgumentException(state);
        };
    }

    static TradeCommand command(String name) {
        return switch (name) {
            case "order" -> new TradeCommand.PlaceOrder(ID, AGREEMENT, KNOWN);
            case "order other" -> new TradeCommand.PlaceOrder(ID, agreement("lion", 1, "marketing"), KNOWN);
            case "approve" -> approve(LIFTING, KNOWN, decision(Verdict.REQUIRE_REVIEW));
            case "reject" -> new ReviewCommand.Reject(ID, "officer", "no contract");
            case "claim" -> new ReviewCommand.Claim(ID, "officer");
            case "release" -> new ReviewCommand.Release(ID, "officer");
            case "ask" -> new ReviewCommand.RequestDocument(ID, "officer", ASKING);
            case "no longer ask" -> new ReviewCommand.WithdrawRequest(ID, 1, "officer", "found elsewhere");
            case "provide" ->
                new ReviewCommand.ProvideDocument(ID, 1, new ParticipantId("delta"), CONTENT, SHOWN, KNOWN);
            case "cancel" -> new TradeCommand.Cancel(ID, "not needed");
            case "deliver" -> new TradeCommand.Deliver(ID, FILE, KNOWN);
            case "deliver other" ->
                new TradeCommand.Deliver(
                        ID,
                        new FileHandover(new Content("0b".repeat(32), "f1".repeat(32), 3, "text/csv"), null),
                        KNOWN);
            case "collect" -> new TradeCommand.Collect(ID, "link-1");
            case "accept" -> new TradeCommand.Accept(ID);
            case "dispute" -> new TradeCommand.Dispute(ID, "half is missing");
            case "pay the vendor" -> new TradeCommand.Resolve(ID, Resolution.PAY_VENDOR, "all is there");
            case "refund the buyer" -> new TradeCommand.Resolve(ID, Resolution.REFUND_BUYER, "half is missing");
            case "end" -> new TradeCommand.EndWait(ID);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** By an officer who has read that answer. */
    static ReviewCommand.Approve approve(Lifting by, FactSheet known, Decision read) {
        return new ReviewCommand.Approve(ID, read.digest(), by, known, Optional.empty(), Set.of());
    }

    /** As the law says it on what is known. */
    static Decision decision(Verdict verdict) {
        return Law.saying(verdict, Gate.ORDER, TODAY, TradePorts.facts(AGREEMENT, KNOWN));
    }
}
