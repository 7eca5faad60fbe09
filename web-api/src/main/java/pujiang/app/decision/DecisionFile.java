package pujiang.app.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pujiang.compliance.Decision;
import pujiang.compliance.FactSource;
import pujiang.compliance.Gate;

/**
 * A decision with all its input, for re-evaluation elsewhere. It has the facts of both sides, without which it cannot
 * be evaluated again. So it is for exchange staff and for those to whom they give it.
 *
 * @param facts by name; null for what is known not to exist
 * @param sources who stated them
 * @param decision as recorded
 * @param of the matter of the decision; null if not requested
 */
public record DecisionFile(
        String format,
        Gate gate,
        LocalDate evalDate,
        Map<String, @Nullable Object> facts,
        Map<FactSource, List<String>> sources,
        DecisionView decision,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable About of) {

    public static final String FORMAT = "pujiang-decision/1";

    public static DecisionFile of(Decision recorded) {
        return new DecisionFile(
                FORMAT,
                recorded.gate(),
                recorded.on(),
                recorded.facts().stated(),
                recorded.sources(),
                DecisionView.whole(recorded),
                null);
    }

    /** @param decision its number in the trade, from 1 */
    public record About(String trade, int decision, String vendor, String buyer, String price) {}

    public DecisionFile about(About what) {
        return new DecisionFile(format, gate, evalDate, facts, sources, decision, what);
    }
}
