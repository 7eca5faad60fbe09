package pujiang.bench;

import java.nio.file.Path;
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
import pujiang.law.ExplainedRule;
import pujiang.law.LawReview;
import pujiang.law.NearestFix;
import pujiang.law.RuleBook;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Decisions of the whole rule book with their findings, one after the other, in process. */
@State(Scope.Benchmark)
public class Decisions {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private final LawReview law;
    private final ProposedExchange allowed;
    private final ProposedExchange denied;
    private final Decision decided;

    /** Fails unless the law says what the names of the benchmarks say. */
    public Decisions() {
        law = new LawReview(RuleBook.load());
        allowed = new ProposedExchange(Gate.ORDER, DAY, lawful());
        denied = new ProposedExchange(Gate.ORDER, DAY, FactSheet.of(personsAbroad()));
        expect(Verdict.ALLOW, 0, law.review(allowed));
        decided = law.review(denied);
        expect(Verdict.DENY, 3, decided);
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

    /** All rules of the gate with their conditions evaluated whole, those that stay silent included. */
    @Benchmark
    public List<ExplainedRule> explain() {
        return law.explain(denied);
    }

    /** The fewest changes that would let it pass. */
    @Benchmark
    public NearestFix.Fix fix() {
        return NearestFix.of(law, denied, decided, law.limit());
    }

    private static void expect(Verdict verdict, int findings, Decision decision) {
        if (decision.verdict() != verdict || decision.findings().size() < findings) {
            throw new IllegalStateException("not what was to be measured: " + decision);
        }
    }

    static FactSheet lawful() {
        return FactSheet.of(profile("P0"));
    }

    private static Map<String, @Nullable Object> personsAbroad() {
        var facts = profile("P3");
        facts.putAll(Map.of(
                "pi.recipientNotified", false,
                "pi.separateConsentProvide", false,
                "pi.exportNotice", false,
                "pi.separateConsentExport", false,
                "export.ytdNonSensitive", 1_000_000));
        return facts;
    }

    /** One of the catalogue's lawful sets of facts, from the tests of the law. */
    private static Map<String, @Nullable Object> profile(String name) {
        var file = Path.of("..", "compliance-rules", "src", "test", "resources", "law", "profiles.json");
        var profiles =
                new JsonMapper().readValue(file, new TypeReference<Map<String, Map<String, @Nullable Object>>>() {});
        var facts = new HashMap<String, @Nullable Object>(profiles.getOrDefault(name, Map.of()));
        facts.keySet().removeAll(List.of("gate", "evalDate"));
        return facts;
    }
}
