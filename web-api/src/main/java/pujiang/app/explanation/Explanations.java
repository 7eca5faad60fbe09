package pujiang.app.explanation;

import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import pujiang.app.decision.DecisionView;
import pujiang.app.request.RequestRefusal.ExplanationsBusy;
import pujiang.app.security.Caller;
import pujiang.app.share.FairExecutor;
import pujiang.app.share.FairExecutor.Bounds;
import pujiang.compliance.FactSheet;
import pujiang.compliance.ProposedExchange;
import pujiang.law.LawInForce;
import pujiang.law.NearestFix;
import pujiang.refusal.Refused;

/** Evaluates past decisions again. Nothing is stored. */
@Component
public class Explanations implements DisposableBean {

    private static final Bounds BOUNDS = new Bounds(8, 200, Duration.ofSeconds(20));

    /** Not the exchange's own review, which would count these questions and add what the exchange does today. */
    private final LawInForce law;

    /** Each search takes up to the limit of a processor: a party waits for at most one search of another. */
    private final FairExecutor searches;

    @Autowired
    Explanations(LawInForce law) {
        this(law, new FairExecutor("nearest-fix", places(), BOUNDS));
    }

    Explanations(LawInForce law, FairExecutor searches) {
        this.law = law;
        this.searches = searches;
    }

    /** Half the processors: decisions are made at the same time. */
    private static int places() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }

    /** As decided: the same day's rules on the same facts. Parties see why a rule fired, staff also why not. */
    public ExplanationView explain(RecordedDecision recordedDecision, Caller caller) {
        var recorded = recordedDecision.decision();
        return explain(recordedDecision, recorded.on(), null, recorded.facts(), caller);
    }

    /**
     * The decision under the rules of one day on the facts of another.
     *
     * @param on the day of the rules; null for that of the decision
     * @param known the day at whose end the facts were known; null for the facts that the decision saw
     */
    public ExplanationView rehear(
            RecordedDecision recordedDecision, @Nullable LocalDate on, @Nullable LocalDate known, Caller caller) {
        var recorded = recordedDecision.decision();
        var facts = known == null ? recorded.facts() : recordedDecision.known().apply(known);
        return explain(recordedDecision, on == null ? recorded.on() : on, known, facts, caller);
    }

    private static String whose(Caller caller) {
        return caller.participant() == null
                ? "staff " + caller.username()
                : caller.participant().value();
    }

    private ExplanationView explain(
            RecordedDecision recordedDecision,
            LocalDate on,
            @Nullable LocalDate known,
            FactSheet facts,
            Caller caller) {
        var recorded = recordedDecision.decision();
        var reader = recordedDecision.reader();
        var question = new ProposedExchange(recorded.gate(), on, facts);
        // The rule book of the decision; if it was not stored, the current one, and the answer states this.
        var kept = law.find(recorded.ruleBook());
        var review = kept.orElseGet(law::ready);
        var today = review.review(question);
        // The same files: whether they still give the answer that they gave is what is compared, not their digest.
        var answer = kept.isPresent() ? today.under(recorded.ruleBook()) : today;
        // A fact read back from the history no longer says where it came from; the recorded decision does.
        var told = known == null ? answer.with(recorded.sources()) : answer;
        var rules = review.explain(question).stream()
                .map(one -> RuleView.of(told, one, reader))
                .toList();
        var fix = searches.turn(whose(caller), () -> NearestFix.of(review, question, answer, review.limit()))
                .map(found -> FixView.of(found, reader))
                .orElseThrow(() -> new Refused(new ExplanationsBusy()));
        var same = recorded.digest().equals(answer.digest());
        return new ExplanationView(same, recorded.digest(), DecisionView.of(told, reader), on, known, rules, fix);
    }

    @Override
    public void destroy() {
        searches.close();
    }
}
