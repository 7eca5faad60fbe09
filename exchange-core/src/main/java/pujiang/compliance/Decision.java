package pujiang.compliance;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pujiang.digest.Sha256;

/**
 * The result of the rules at a gate, with the facts used. It is stored whole in its event and never evaluated again.
 *
 * @param missing the unknown facts that leave the result undecided, by name
 * @param ruleBook digest of the rules evaluated
 * @param sources each source of facts with their names; not in the digest, which covers the facts and not their sources
 * @param traits of the exchange; not in the digest either, since facts and rule book determine them
 */
public record Decision(
        Verdict verdict,
        Gate gate,
        LocalDate on,
        List<Finding> findings,
        List<String> missing,
        String ruleBook,
        FactSheet facts,
        Map<FactSource, List<String>> sources,
        Traits traits) {

    public Decision {
        findings = List.copyOf(findings);
        missing = List.copyOf(missing);
        sources = Collections.unmodifiableMap(new TreeMap<>(sources));
    }

    /** The sources as the facts carry them. */
    public Decision(
            Verdict verdict,
            Gate gate,
            LocalDate on,
            List<Finding> findings,
            List<String> missing,
            String ruleBook,
            FactSheet facts,
            Traits traits) {
        this(verdict, gate, on, findings, missing, ruleBook, facts, facts.sources(), traits);
    }

    /** The source of a fact; empty if the fact is unknown or has no recorded source. */
    public Optional<FactSource> source(String fact) {
        return sources.entrySet().stream()
                .filter(source -> source.getValue().contains(fact))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The same decision with the sources of its facts. */
    public Decision with(Map<FactSource, List<String>> known) {
        return new Decision(verdict, gate, on, findings, missing, ruleBook, facts, known, traits);
    }

    /** The same decision with the recorded digest of its rule book, for a comparison with the recorded decision. */
    public Decision under(String recorded) {
        return new Decision(verdict, gate, on, findings, missing, recorded, facts, sources, traits);
    }

    /** The facts that came from one source. */
    public FactSheet factsFrom(FactSource source) {
        return facts.named(sources.getOrDefault(source, List.of())).from(source);
    }

    /** Obligations to be met before delivery. */
    public List<Finding> obligations() {
        return findings.stream()
                .filter(finding -> finding.outcome() == Outcome.OBLIGATION)
                .toList();
    }

    /** The clearance for this gate, if the rules allow it without an officer. */
    public Optional<Clearance> clearance() {
        return switch (verdict) {
            case ALLOW, ALLOW_WITH_OBLIGATIONS -> Optional.of(Clearance.by(this));
            case REQUIRE_REVIEW, DENY -> Optional.empty();
        };
    }

    /** Binds a receipt to this decision: SHA-256 over {@link #canonicalText()}. */
    public String digest() {
        return new Sha256().add(canonicalText()).named();
    }

    /**
     * The part of the decision that an officer reviews: the result, the findings and the facts. The date is left out,
     * and so are the exchange's running counts: another trade changes nothing here unless the rules then give another
     * result.
     */
    public String matter() {
        var counted = facts.named(sources.getOrDefault(FactSource.COUNTER, List.of()));
        var text = said() + "\nrule-book " + ruleBook + "\nfacts "
                + facts.except(counted).digest();
        return new Sha256().add(text).named();
    }

    /** One line each for verdict, gate, date, rule book and facts, then one for each finding and missing fact. */
    public String canonicalText() {
        return """
                verdict %s
                gate %s
                on %s
                rule-book %s
                facts %s
                %s
                """
                .formatted(verdict, gate, on, ruleBook, facts.digest(), foundAndMissing());
    }

    private String said() {
        return "verdict " + verdict + "\n" + foundAndMissing();
    }

    private String foundAndMissing() {
        var fired = findings.stream()
                .map(finding -> "finding " + finding.rule() + " " + finding.outcome())
                .sorted();
        var open = missing.stream().map(name -> "missing " + name).sorted();
        return fired.collect(Collectors.joining("\n")) + "\n" + open.collect(Collectors.joining("\n"));
    }
}
