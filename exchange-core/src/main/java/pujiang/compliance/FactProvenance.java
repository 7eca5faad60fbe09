package pujiang.compliance;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import pujiang.compliance.Answer.Known;
import pujiang.refusal.Invalid;

/**
 * The parties that may state a fact, at which step, and the values that need proof. One table defines this for every
 * fact ({@link FactProvenanceTable}); {@code docs/facts.md} is generated from it.
 */
public record FactProvenance(Fact<?> fact, Set<StatementChannel> at, Proof proof) {

    private static final Map<Fact<?>, FactProvenance> BY_FACT = FactProvenanceTable.all().stream()
            .collect(Collectors.toUnmodifiableMap(FactProvenance::fact, Function.identity()));

    private static final List<FactProvenance> WITH_PROOF = FactProvenanceTable.all().stream()
            .filter(FactProvenance::needsProof)
            .toList();

    /** A value that needs proof and is stated without documents can be confirmed by an assessment of its subject. */
    public FactProvenance {
        var steps = EnumSet.copyOf(at);
        if (!proof.isNone() && at.contains(StatementChannel.PROFILE)) steps.add(StatementChannel.PRODUCT_ASSESSMENT);
        if (!proof.isNone()
                && (at.contains(StatementChannel.SELLER_STATEMENT) || at.contains(StatementChannel.BUYER_STATEMENT))) {
            steps.add(StatementChannel.PARTICIPANT_ASSESSMENT);
        }
        at = Collections.unmodifiableSet(steps);
    }

    public static FactProvenance of(Fact<?> fact) {
        var factProvenance = BY_FACT.get(fact);
        if (factProvenance == null) throw new IllegalArgumentException("nobody is named to state " + fact);
        return factProvenance;
    }

    /**
     * Checks a statement made at one of these steps.
     *
     * @param path the field that holds the facts
     * @throws Invalid at a fact that may not be stated there
     */
    public static void check(String path, FactSheet stated, StatementChannel... steps) {
        for (var name : stated.stated().keySet()) {
            var at = of(FactDictionary.named(name).orElseThrow()).at();
            if (List.of(steps).stream().noneMatch(at::contains)) {
                throw Invalid.inside(path, name, "fact.not-yours", "is not stated here; docs/facts.md names who does");
            }
        }
    }

    /** The claims without documents that rules may use: values that need proof are left out. */
    public static FactSheet heard(FactSheet claims) {
        var heard = claims;
        for (var each : WITH_PROOF) {
            if (claims.answer(each.fact) instanceof Known<?>(var value)
                    && each.proof.asked().test(value)) {
                heard = heard.without(each.fact);
            }
        }
        return heard;
    }

    public boolean needsProof() {
        return !proof.isNone();
    }

    /** The first source to request a missing fact from. */
    public FactSource source() {
        return at.iterator().next().source();
    }
}
