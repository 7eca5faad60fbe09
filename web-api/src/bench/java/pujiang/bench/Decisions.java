package pujiang.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import pujiang.compliance.Decision;
import pujiang.compliance.FactSheet;
import pujiang.compliance.Gate;
import pujiang.compliance.ProposedExchange;
import pujiang.compliance.Verdict;
import pujiang.law.LawReview;
import pujiang.law.RuleBook;

/** Decisions of the whole rule book with their findings, one after the other, in process. */
@State(Scope.Benchmark)
public class Decisions {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    private final LawReview law;
    private final ProposedExchange allowed;
    private final ProposedExchange denied;

    /** Fails unless the law says what the names of the benchmarks say. */
    public Decisions() {
        law = new LawReview(RuleBook.load());
        allowed = new ProposedExchange(Gate.ORDER, DAY, FactSheet.of(measurements()));
        denied = new ProposedExchange(Gate.ORDER, DAY, FactSheet.of(personsAbroad()));
        expect(Verdict.ALLOW, 0, law.review(allowed));
        expect(Verdict.DENY, 3, law.review(denied));
    }

    /** An ordinary trade: data without personal information, to a buyer on the mainland. */
    @Benchmark
    public Decision allow() {
        return law.review(allowed);
    }

    /** Personal information of many to a buyer abroad, without consent: several rules find something. */
    @Benchmark
    public Decision deny() {
        return law.review(denied);
    }

    private static void expect(Verdict verdict, int findings, Decision decision) {
        if (decision.verdict() != verdict || decision.findings().size() < findings) {
            throw new IllegalStateException("not what was to be measured: " + decision);
        }
    }

    private static Map<String, @Nullable Object> measurements() {
        var facts = new HashMap<String, @Nullable Object>(Map.of(
                "product.deidStatus", "NOT_PI",
                "product.piCategories", List.of(),
                "product.subjectCount", 0,
                "product.grade", "GENERAL",
                "product.importantStatus", "NONE",
                "product.sourceType", "PUBLIC_OPEN",
                "product.collectionLawful", "YES",
                "product.rightsHeld", List.of("HOLD", "USE", "OPERATE"),
                "product.holderAuthorised", "YES",
                "product.rightsDispute", false));
        facts.putAll(Map.of(
                "seller.isCIIO", "NO",
                "seller.role", "PI_PROCESSOR",
                "seller.identityVerified", true,
                "buyer.identityVerified", true,
                "buyer.location", "MAINLAND",
                "buyer.remoteAccessFromAbroad", false,
                "sde.registered", true,
                "price.amount", new BigDecimal("5000.00"),
                "trade.scenarioDeclared", true));
        facts.put("product.sourceExplained", true);
        return facts;
    }

    private static Map<String, @Nullable Object> personsAbroad() {
        var facts = measurements();
        facts.putAll(Map.of(
                "product.deidStatus",
                "DE_IDENTIFIED",
                "product.piCategories",
                List.of("ORDINARY"),
                "product.subjectCount",
                30_162,
                "product.minSubjectAge",
                17,
                "pi.legalBasis",
                "CONSENT",
                "pi.recipientNotified",
                true,
                "pi.separateConsentProvide",
                false,
                "pi.exportNotice",
                true,
                "pi.separateConsentExport",
                false,
                "buyer.location",
                "FOREIGN"));
        return facts;
    }
}
