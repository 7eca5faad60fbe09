package pujiang.host.wiring;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.Money;
import pujiang.compliance.Assessment;
import pujiang.compliance.AssessmentId;
import pujiang.compliance.Bilingual;
import pujiang.compliance.Clearance;
import pujiang.compliance.Clearance.Lifting;
import pujiang.compliance.Condition.Observation;
import pujiang.compliance.Decision;
import pujiang.compliance.ExchangeFacts;
import pujiang.compliance.FactSheet;
import pujiang.compliance.FactSource;
import pujiang.compliance.Finding;
import pujiang.compliance.Gate;
import pujiang.compliance.Outcome;
import pujiang.compliance.SellerFacts;
import pujiang.compliance.Trait;
import pujiang.compliance.Traits;
import pujiang.compliance.Truth;
import pujiang.compliance.Verdict;
import pujiang.listing.ListingEvent.ListingAnswerChanged;
import pujiang.listing.ListingEvent.ListingEnded;
import pujiang.listing.ListingEvent.ListingHeld;
import pujiang.listing.ListingEvent.ListingLapsed;
import pujiang.listing.ListingEvent.ListingPublished;
import pujiang.listing.ListingEvent.ListingRefused;
import pujiang.listing.ListingEvent.ListingRejected;
import pujiang.listing.ListingEvent.ListingResumed;
import pujiang.listing.ListingEvent.ListingResumptionRefused;
import pujiang.listing.ListingEvent.ListingRevised;
import pujiang.listing.ListingEvent.ListingRevisionRefused;
import pujiang.listing.ListingEvent.ListingStopLifted;
import pujiang.listing.ListingEvent.ListingSuspended;
import pujiang.listing.ListingEvent.ListingWithdrawn;
import pujiang.listing.ListingId;
import pujiang.listing.Offer;
import pujiang.listing.PricePlan;
import pujiang.listing.Purpose;
import pujiang.listing.Terms;
import pujiang.participant.CreditCode;
import pujiang.participant.Jurisdiction;
import pujiang.participant.MarketRole;
import pujiang.participant.Organisation;
import pujiang.participant.ParticipantEvent.ParticipantApplied;
import pujiang.participant.ParticipantEvent.ParticipantAssessed;
import pujiang.participant.ParticipantEvent.ParticipantLapsed;
import pujiang.participant.ParticipantEvent.ParticipantRefused;
import pujiang.participant.ParticipantEvent.ParticipantReinstated;
import pujiang.participant.ParticipantEvent.ParticipantRejected;
import pujiang.participant.ParticipantEvent.ParticipantStopLifted;
import pujiang.participant.ParticipantEvent.ParticipantSuspended;
import pujiang.participant.ParticipantEvent.ParticipantVerified;
import pujiang.participant.ParticipantEvent.StatementRevised;
import pujiang.participant.ParticipantId;
import pujiang.product.ProductDescription;
import pujiang.product.ProductDescription.Column;
import pujiang.product.ProductDescription.Frequency;
import pujiang.product.ProductEvent.ProductAssessed;
import pujiang.product.ProductEvent.ProductRegistered;
import pujiang.product.ProductEvent.ProductRevised;
import pujiang.product.ProductEvent.ProductStopLifted;
import pujiang.product.ProductEvent.ProductStruckOff;
import pujiang.product.ProductEvent.ProductSuspended;
import pujiang.product.ProductEvent.RecipientStated;
import pujiang.product.ProductId;
import pujiang.product.ProductProfile;
import pujiang.product.RecipientStatement;
import pujiang.product.RegistrationNumber;
import pujiang.rulebook.DraftId;
import pujiang.rulebook.RuleBookEvent.RuleBookActivated;
import pujiang.stop.Ground;
import pujiang.stop.Stop;

/** One of each event of participants, products and listings, with every component that can be there. */
public final class MarketEvents {

    static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    static final Instant DUE = Instant.parse("2026-12-03T04:05:06.789Z");
    static final ParticipantId VENDOR = new ParticipantId("delta-air");
    static final ParticipantId BUYER = new ParticipantId("lake-labs");
    static final ProductId PRODUCT = new ProductId("pm25-hourly");
    static final ListingId LISTING = new ListingId("pm25-offer");
    static final String REASON = "complaint 2026/7: 样例数据有误";
    private static final Stop STOP = Stop.of(Ground.LICENCE_LAPSED, "recall-7", "exchange", REASON, DUE);
    private static final AssessmentId ASSESSMENT = new AssessmentId("licence-2027");

    private static final FactSheet FACTS = FactSheet.of(Map.of(
            "product.grade",
            "GENERAL",
            "product.piCategories",
            List.of("HEALTH", "FACE"),
            "product.subjectCount",
            10_000));

    static final Terms TERMS = new Terms(
            PricePlan.of(Money.parse("CNY 1200.50")),
            Set.of(Purpose.RESEARCH, Purpose.ANALYTICS),
            Set.of(Jurisdiction.MAINLAND),
            365,
            DAY);
    private static final Offer OFFER = new Offer(PRODUCT, VENDOR, TERMS);
    static final Decision DENIED = decision(Verdict.DENY);
    private static final Decision ALLOWED = decision(Verdict.ALLOW);
    static final Decision OPEN = decision(Verdict.REQUIRE_REVIEW);

    private MarketEvents() {}

    public static List<Object> all() {
        return Stream.of(ofParticipants(), ofProducts(), ofListings(), ofTheRuleBook())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Object> ofParticipants() {
        return List.of(
                new ParticipantApplied(
                        VENDOR,
                        new Organisation("三角洲环境", new CreditCode("91330100799655058B"), Jurisdiction.MAINLAND),
                        Set.of(MarketRole.VENDOR),
                        FactSheet.of(Map.of("seller.isCIIO", "NO")).withNone(SellerFacts.LAST_PI_AUDIT_DATE),
                        DUE),
                new ParticipantVerified(VENDOR, "registry extract", ALLOWED),
                new StatementRevised(VENDOR, FactSheet.of(Map.of("seller.lastRiskReportYear", 2025)), "vault/8"),
                new ParticipantAssessed(VENDOR, assessment("buyer.onControlList", false)),
                new ParticipantRefused(VENDOR, DENIED),
                new ParticipantRejected(VENDOR, REASON),
                new ParticipantLapsed(VENDOR, DUE),
                new ParticipantSuspended(VENDOR, REASON, STOP),
                new ParticipantStopLifted(VENDOR, Ground.PARTY_DISQUALIFIED, "recall-7", REASON, ASSESSMENT),
                new ParticipantReinstated(VENDOR, REASON));
    }

    private static List<Object> ofTheRuleBook() {
        return List.of(new RuleBookActivated(
                new DraftId("lower-threshold"),
                2,
                "sha-256:" + "bc".repeat(32),
                "sha-256:" + "ab".repeat(32),
                "sha-256:" + "cd".repeat(32),
                List.of("officer", "officer-2"),
                "operator"));
    }

    private static List<Object> ofProducts() {
        return List.of(
                new ProductRegistered(
                        PRODUCT,
                        new RegistrationNumber("PJR20261123-0011223344556677"),
                        VENDOR,
                        described(),
                        profile()),
                new ProductRevised(PRODUCT, 2, described(), profile()),
                new RecipientStated(
                        PRODUCT,
                        BUYER,
                        new RecipientStatement(FactSheet.of(Map.of("pi.separateConsentProvide", true)), "vault/7")),
                new ProductAssessed(PRODUCT, assessment("sde.complianceAssessment", "PASS")),
                new ProductSuspended(PRODUCT, STOP),
                new ProductStopLifted(PRODUCT, Ground.LICENCE_LAPSED, "recall-7", REASON, ASSESSMENT),
                new ProductStruckOff(PRODUCT, REASON));
    }

    private static List<Object> ofListings() {
        return List.of(
                new ListingPublished(
                        LISTING,
                        OFFER,
                        OPEN,
                        Clearance.lifted(OPEN, new Lifting("officer", "contract seen", "vault/9"))),
                new ListingHeld(LISTING, OFFER, OPEN, DUE),
                new ListingAnswerChanged(LISTING, "sha-256:" + "ab".repeat(32), OPEN),
                new ListingRefused(LISTING, OFFER, DENIED),
                new ListingRevised(LISTING, 2, TERMS, ALLOWED),
                new ListingRevisionRefused(LISTING, TERMS, DENIED),
                new ListingSuspended(LISTING, REASON, STOP),
                new ListingStopLifted(LISTING, Ground.OBLIGATION_BREACHED, "o-12"),
                new ListingResumed(LISTING, ALLOWED),
                new ListingResumptionRefused(LISTING, DENIED),
                new ListingWithdrawn(LISTING, REASON),
                new ListingRejected(LISTING, REASON),
                new ListingEnded(LISTING, LocalDate.parse("2026-12-31")),
                new ListingLapsed(LISTING, DUE));
    }

    private static Assessment assessment(String fact, Object value) {
        return new Assessment(
                new AssessmentId("assessment-1"), "某律师事务所", FactSheet.of(Map.of(fact, value)), "vault/10", DAY);
    }

    private static ProductProfile profile() {
        return new ProductProfile(FACTS);
    }

    private static ProductDescription described() {
        return new ProductDescription(
                "PM2.5 上海",
                "Hourly",
                List.of(new Column("hour", "timestamp", "start of the hour")),
                LocalDate.of(2013, 1, 1),
                null,
                Frequency.HOURLY,
                26_280,
                1_200_000,
                "2013-01-01T00:00,87\n",
                "measured");
    }

    private static Decision decision(Verdict verdict) {
        var seen = new Observation("product.grade", null, "is CORE", "must not be CORE", Truth.UNKNOWN);
        var finding = new Finding(
                "DSL-21-1",
                Outcome.DENY,
                new Bilingual("国家核心数据", "Core data"),
                new Bilingual("数据安全法", "Data Security Law"),
                "21(2)",
                LocalDate.of(2021, 9, 1),
                null,
                List.of(seen),
                new Bilingual("不得交易", "cannot be traded"),
                null);
        var facts = FACTS.from(FactSource.VENDOR).with(ExchangeFacts.PRICE_AMOUNT, new BigDecimal("1200.5"));
        return new Decision(
                verdict,
                Gate.LISTING,
                DAY,
                List.of(finding),
                List.of("product.grade"),
                "sha-256:" + "ab".repeat(32),
                facts,
                new Traits(Set.of(Trait.SENSITIVE), Set.of(Trait.PERSONAL_INFORMATION)));
    }
}
