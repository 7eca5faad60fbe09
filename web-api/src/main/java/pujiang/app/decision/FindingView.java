package pujiang.app.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pujiang.compliance.Bilingual;
import pujiang.compliance.Condition.Observation;
import pujiang.compliance.Decision;
import pujiang.compliance.FactSource;
import pujiang.compliance.Finding;
import pujiang.compliance.Outcome;
import pujiang.compliance.Truth;

/**
 * A {@link Finding} as it is served, with the source of each observed fact.
 *
 * @param from the first day on which the rule is in force
 * @param to the last day, or null while it is in force
 */
public record FindingView(
        String rule,
        Outcome outcome,
        Bilingual title,
        Bilingual instrument,
        String article,
        LocalDate from,
        @Nullable LocalDate to,
        List<Seen> conditions,
        Bilingual remedy) {

    /**
     * A fact as a rule saw it. Its comparison and the result would reveal the value: they are withheld with it.
     *
     * @param observed null where the fact is unknown, or withheld
     * @param source null where the fact is unknown, or was evaluated without a source
     * @param withheld who states the fact, where its value is not for the reader; else null, and not written
     */
    public record Seen(
            String fact,
            @Nullable String observed,
            @Nullable String test,
            @Nullable String required,
            @Nullable Truth truth,
            @Nullable FactSource source,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable FactSource withheld) {

        public static Seen in(Decision decision, Observation observation) {
            return new Seen(
                    observation.fact(),
                    observation.observed(),
                    observation.test(),
                    observation.required(),
                    observation.truth(),
                    decision.source(observation.fact()).orElse(null),
                    null);
        }

        public Seen readBy(Audience reader) {
            return reader.reads(fact) ? this : new Seen(fact, null, null, null, null, null, Audience.whose(fact));
        }
    }

    static List<FindingView> in(Decision decision, List<Finding> findings) {
        return findings.stream().map(finding -> in(decision, finding)).toList();
    }

    static List<FindingView> readBy(Audience reader, List<FindingView> findings) {
        return findings.stream().map(finding -> finding.readBy(reader)).toList();
    }

    /** The rule and its remedy are public law. Only the observed facts are cut. */
    private FindingView readBy(Audience reader) {
        var read = conditions.stream().map(seen -> seen.readBy(reader)).toList();
        return new FindingView(rule, outcome, title, instrument, article, from, to, read, remedy);
    }

    private static FindingView in(Decision decision, Finding finding) {
        return new FindingView(
                finding.rule(),
                finding.outcome(),
                finding.title(),
                finding.instrument(),
                finding.article(),
                finding.from(),
                finding.to(),
                finding.conditions().stream()
                        .map(observation -> Seen.in(decision, observation))
                        .toList(),
                finding.remedy());
    }
}
