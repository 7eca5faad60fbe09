package pujiang.app.explanation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pujiang.app.decision.DecisionView;

/**
 * A decision with all evaluated rules.
 *
 * @param same whether the result equals the recorded one, to the byte
 * @param recorded digest of the decision that is in the trade's history
 * @param decision the result now: the same, unless it is for another day, or its rules were changed since
 * @param law the day of the rules
 * @param facts the day at whose end the facts were known; null for those that the recorded decision saw
 * @param rules every rule of this gate on that day, including those that did not fire
 */
public record ExplanationView(
        boolean same,
        String recorded,
        DecisionView decision,
        LocalDate law,
        @Nullable LocalDate facts,
        List<RuleView> rules,
        FixView fix) {}
