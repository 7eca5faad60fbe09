package pujiang.app.trial;

import java.util.List;
import pujiang.compliance.Decision;
import pujiang.compliance.Outcome;
import pujiang.compliance.Verdict;
import pujiang.law.LawReview;

/**
 * The short answer of a draft to a question.
 *
 * @param effects rules that fired, in the order of their ids
 * @param missing facts that it needs
 */
public record TrialAnswer(Verdict verdict, List<Effect> effects, List<String> missing) {

    private static final int MOST = 5_000;
    private static final int LONGEST = 200;

    /** A rule, and its outcome. */
    public record Effect(String rule, Outcome outcome) {

        public Effect {
            bounded(rule);
        }
    }

    public TrialAnswer {
        effects = List.copyOf(effects);
        missing = List.copyOf(missing);
        if (effects.size() > MOST || missing.size() > MOST) {
            throw new IllegalArgumentException("says more than any book of rules does");
        }
        missing.forEach(TrialAnswer::bounded);
    }

    public static TrialAnswer of(Decision decision) {
        var effects = decision.findings().stream()
                .map(finding -> new Effect(finding.rule(), finding.outcome()))
                .toList();
        return new TrialAnswer(decision.verdict(), effects, decision.missing());
    }

    /** Whether the engine failed, or timed out. */
    public boolean wasNotGiven() {
        return effects.stream().anyMatch(effect -> effect.rule().equals(LawReview.NO_ANSWER));
    }

    private static void bounded(String name) {
        if (name.length() > LONGEST) throw new IllegalArgumentException("names what is longer than any name");
    }
}
