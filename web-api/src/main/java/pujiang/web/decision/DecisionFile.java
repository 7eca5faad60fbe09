package pujiang.web.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pujiang.compliance.ComplianceReview;
import pujiang.compliance.Decision;
import pujiang.compliance.FactSource;
import pujiang.compliance.Gate;
import pujiang.compliance.ProposedExchange;

/**
 * A decision and all that it was made of, to be made again elsewhere.
 *
 * @param facts by name; null for what is known not to exist
 * @param sources who stated them
 * @param decision as it was recorded
 */
public record DecisionFile(
        String format,
        Gate gate,
        LocalDate evalDate,
        Map<String, @Nullable Object> facts,
        Map<FactSource, List<String>> sources,
        DecisionView decision) {

    public static final String FORMAT = "pujiang-decision/1";

    public static DecisionFile of(Decision recorded) {
        return new DecisionFile(
                FORMAT,
                recorded.gate(),
                recorded.on(),
                recorded.facts().stated(),
                recorded.sources(),
                DecisionView.of(recorded));
    }

    /** The same question, asked of this program's law. */
    public static DecisionFile again(
            ComplianceReview law, ProposedExchange question, Map<FactSource, List<String>> sources) {
        return of(law.review(question).with(sources));
    }
}
