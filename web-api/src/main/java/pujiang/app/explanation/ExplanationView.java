package pujiang.app.explanation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pujiang.app.decision.DecisionView;

/**
 * A decision with all that was asked.
 *
 * @param same whether the answer is the recorded one, to the byte
 * @param recorded digest of the decision that is in the trade's history
 * @param decision what the law answers: the same, unless it is asked as of another day, or its rules were changed since
 * @param law the day whose law was asked
 * @param facts the day at whose end the facts were known; null for those that the recorded decision saw
 * @param rules every rule that is asked at this gate on that day, those that stayed silent included
 */
public record ExplanationView(
        boolean same,
        String recorded,
        DecisionView decision,
        LocalDate law,
        @Nullable LocalDate facts,
        List<RuleView> rules,
        FixView fix) {}
