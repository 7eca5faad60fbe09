package pujiang.host.wiring;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import pujiang.compliance.Clearance;
import pujiang.compliance.Clearance.Lifting;
import pujiang.compliance.FactSheet;
import pujiang.delivery.Content;
import pujiang.delivery.Handover;
import pujiang.delivery.Handover.FileHandover;
import pujiang.listing.Purpose;
import pujiang.trade.Agreement;
import pujiang.trade.Attestation;
import pujiang.trade.CertificateNumber;
import pujiang.trade.DeclaredUse;
import pujiang.trade.Payout;
import pujiang.trade.RequestedEvidence;
import pujiang.trade.ReviewEvent.AnswerChanged;
import pujiang.trade.ReviewEvent.DocumentProvided;
import pujiang.trade.ReviewEvent.DocumentRequestWithdrawn;
import pujiang.trade.ReviewEvent.DocumentRequested;
import pujiang.trade.ReviewEvent.ExceptionGranted;
import pujiang.trade.ReviewEvent.ExceptionRevoked;
import pujiang.trade.ReviewEvent.ReviewClaimed;
import pujiang.trade.ReviewEvent.ReviewContinued;
import pujiang.trade.ReviewEvent.ReviewEscalated;
import pujiang.trade.ReviewEvent.ReviewRejected;
import pujiang.trade.ReviewEvent.ReviewReleased;
import pujiang.trade.ReviewEvent.ReviewSupported;
import pujiang.trade.ReviewEvent.UseStated;
import pujiang.trade.TradeEvent.CertificateIssued;
import pujiang.trade.TradeEvent.DeliveryAccepted;
import pujiang.trade.TradeEvent.DeliveryCollected;
import pujiang.trade.TradeEvent.DeliveryDisputed;
import pujiang.trade.TradeEvent.DeliveryHeld;
import pujiang.trade.TradeEvent.DeliveryMade;
import pujiang.trade.TradeEvent.DeliveryRefused;
import pujiang.trade.TradeEvent.DisputeDismissed;
import pujiang.trade.TradeEvent.OrderHeld;
import pujiang.trade.TradeEvent.OrderRefused;
import pujiang.trade.TradeEvent.TradeAgreed;
import pujiang.trade.TradeEvent.TradeCancelled;
import pujiang.trade.TradeEvent.TradeLapsed;
import pujiang.trade.TradeEvent.TradeRescinded;
import pujiang.trade.TradeEvent.TradeSettled;
import pujiang.trade.TradeId;
import pujiang.trade.TradeParty;
import pujiang.trade.Waiver;

/** One of each event of trades, with every component that can be there. */
public final class TradeEvents {

    static final TradeId TRADE = new TradeId("pm25-for-lake-labs");
    private static final String REASON = "两列单位不符 (units differ)";

    static final Agreement AGREEMENT = new Agreement(
            MarketEvents.LISTING,
            3,
            MarketEvents.PRODUCT,
            MarketEvents.VENDOR,
            MarketEvents.BUYER,
            MarketEvents.TERMS,
            new DeclaredUse(Purpose.RESEARCH, "城市空气质量研究", FactSheet.of(Map.of("use.automatedDecision", false))),
            MarketEvents.DAY);

    private static final Content CONTENT = new Content("0a".repeat(32), "f1".repeat(32), 1_200_000, "text/csv");
    private static final Handover FILE = new FileHandover(CONTENT, "上海 PM2.5（小时值）.csv");
    private static final Attestation SIGNED =
            new Attestation("{\"trade\":\"pm25-for-lake-labs\"}", "0c".repeat(32), "2026-1", "MEUCIQ==", "q83vEg==");

    private static final Clearance LIFTED =
            Clearance.lifted(MarketEvents.OPEN, new Lifting("officer", "contract seen", "vault/9"));

    static final DeliveryRefused REFUSED = new DeliveryRefused(TRADE, FILE, MarketEvents.DENIED);
    static final DeliveryHeld HELD = new DeliveryHeld(TRADE, FILE, MarketEvents.OPEN, MarketEvents.DUE);
    static final DeliveryMade MADE = new DeliveryMade(TRADE, FILE, MarketEvents.OPEN, LIFTED, SIGNED, MarketEvents.DUE);

    private TradeEvents() {}

    public static List<Object> all() {
        var open = MarketEvents.OPEN;
        return List.of(
                new OrderRefused(TRADE, AGREEMENT, MarketEvents.DENIED),
                new OrderHeld(TRADE, AGREEMENT, open, MarketEvents.DUE),
                new TradeAgreed(TRADE, AGREEMENT, open, LIFTED, MarketEvents.DUE),
                new ReviewSupported(TRADE, new Lifting("officer", "contract seen", "vault/9"), open),
                new ReviewRejected(TRADE, REASON),
                new TradeCancelled(TRADE, REASON),
                new TradeLapsed(TRADE, "agreed", MarketEvents.DUE),
                REFUSED,
                HELD,
                MADE,
                new DeliveryCollected(TRADE, "link-1"),
                new DeliveryAccepted(TRADE, true),
                new DeliveryDisputed(TRADE, REASON, MarketEvents.DUE),
                new TradeRescinded(TRADE, REASON),
                new DisputeDismissed(TRADE, REASON),
                new TradeSettled(
                        TRADE,
                        new Payout(
                                Money.parse("CNY 30.01"),
                                Money.parse("CNY 1170.49"),
                                new BigDecimal("0.025"),
                                LocalDate.of(2026, 1, 1))),
                new CertificateIssued(TRADE, new CertificateNumber("PJC20261123-0011223344556677"), SIGNED));
    }

    /** Those of the officers' desk. */
    public static List<Object> ofReviews() {
        return List.of(
                new ReviewClaimed(TRADE, "officer", MarketEvents.DUE),
                new ReviewReleased(TRADE),
                new ReviewEscalated(TRADE, MarketEvents.DUE),
                new DocumentRequested(
                        TRADE, 1, new RequestedEvidence(TradeParty.VENDOR, List.of("product.rightsDispute"), "法院裁定书")),
                new DocumentRequestWithdrawn(TRADE, 1, TradeParty.VENDOR, REASON),
                new DocumentProvided(
                        TRADE, 1, TradeParty.VENDOR, CONTENT, FactSheet.of(Map.of("product.rightsDispute", false))),
                new UseStated(TRADE, FactSheet.of(Map.of("use.automatedDecision", true))),
                new ReviewContinued(TRADE, MarketEvents.OPEN),
                new AnswerChanged(TRADE, "sha-256:" + "ab".repeat(32), "officer", MarketEvents.OPEN),
                new ExceptionRevoked(TRADE, 2, "officer", REASON),
                new ExceptionGranted(
                        TRADE,
                        MarketEvents.LISTING,
                        MarketEvents.BUYER,
                        new Waiver(
                                Waiver.Scope.BUYER_WITH_LISTING,
                                List.of("SDR-55-2"),
                                MarketEvents.DAY,
                                new Lifting("officer", "contract seen", "vault/9"))));
    }
}
