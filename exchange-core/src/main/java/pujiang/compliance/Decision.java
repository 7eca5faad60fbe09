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
 * The law's answer at a gate, with the facts it saw; recorded whole inside the event it led to, and never asked again.
 *
 * @param missing the unknown facts that would settle what is undecided, by name
 * @param ruleBook digest of the rules that judged
 * @param sources where the facts came from, each source with the names of its facts; no part of the digest, which says what
 *     was seen and not who said it
 * @param traits what the law calls the exchange; no part of the digest either, since facts and rule book determine them
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

    /** Where a fact came from; empty if it is unknown, or was asked about by nobody in particular. */
    public Optional<FactSource> source(String fact) {
        return sources.entrySet().stream()
                .filter(source -> source.getValue().contains(fact))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The same decision on facts whose sources are told. */
    public Decision with(Map<FactSource, List<String>> known) {
        return new Decision(verdict, gate, on, findings, missing, ruleBook, facts, known, traits);
    }

    /** The same decision with the digest under which the rules that judged were recorded: to compare it with that decision. */
    public Decision under(String recorded) {
        return new Decision(verdict, gate, on, findings, missing, recorded, facts, sources, traits);
    }

    /** Those of the facts that came from one source. */
    public FactSheet factsFrom(FactSource source) {
        return facts.named(sources.getOrDefault(source, List.of())).from(source);
    }

    /** Duties to be met before delivery. */
    public List<Finding> obligations() {
        return findings.stream()
                .filter(finding -> finding.outcome() == Outcome.OBLIGATION)
                .toList();
    }

    /** The way through this gate, if the law leaves one open without an officer. */
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
     * What an officer who looks at it looks at: the answer, the rules that gave it, and the facts. That a day has passed is no
     * part of it, and neither are the exchange's own running counts: somebody else's trade changes nothing that was looked at
     * unless the law then finds something else.
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
