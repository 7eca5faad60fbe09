package pujiang.web.decision;

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
 * What one rule found, as it is served: a {@link Finding} whose observations also say where each fact came from.
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

    /** @param source null where the fact is unknown, or the question was asked without a source */
    public record Seen(
            String fact,
            @Nullable String observed,
            String test,
            String required,
            Truth truth,
            @Nullable FactSource source) {

        public static Seen in(Decision decision, Observation observation) {
            return new Seen(
                    observation.fact(),
                    observation.observed(),
                    observation.test(),
                    observation.required(),
                    observation.truth(),
                    decision.source(observation.fact()).orElse(null));
        }
    }

    static List<FindingView> in(Decision decision, List<Finding> findings) {
        return findings.stream().map(finding -> in(decision, finding)).toList();
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
