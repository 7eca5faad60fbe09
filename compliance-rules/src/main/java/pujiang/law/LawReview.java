package pujiang.law;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pujiang.compliance.Bilingual;
import pujiang.compliance.ComplianceReview;
import pujiang.compliance.Condition;
import pujiang.compliance.Decision;
import pujiang.compliance.Finding;
import pujiang.compliance.Gate;
import pujiang.compliance.Outcome;
import pujiang.compliance.ProposedExchange;
import pujiang.compliance.Traits;
import pujiang.compliance.Verdict;

/** Evaluates the rule book. Threads may share one. */
public final class LawReview implements ComplianceReview {

    private static final Logger LOG = LoggerFactory.getLogger(LawReview.class);

    /** Replaces the rule id in the finding of a question that the engine did not decide. */
    public static final String NO_ANSWER = "ENGINE";

    private static final Bilingual FAILED = new Bilingual("规则引擎执行出错", "The rule engine could not decide");
    private static final Bilingual TOO_LATE = new Bilingual("规则引擎超时", "The rule engine did not decide in time");
    /**
     * Among variants with the same outcome, their observations decide which one is reported, because the engine's order
     * changes with every compilation.
     */
    private static final Comparator<Fired> STRENGTH = Comparator.comparing(Fired::effect)
            .thenComparing(Fired::outcome)
            .thenComparing(one -> one.condition().observations().toString());

    private final RuleBook book;
    private final TimeLimit limit;
    private final Engine deciding;

    /** Slow, because it prepares the engine. */
    public LawReview(RuleBook book) {
        this(book, TimeLimit.NONE);
    }

    public LawReview(RuleBook book, TimeLimit limit) {
        this.book = book;
        this.limit = limit;
        this.deciding = book.deciding(limit);
    }

    public RuleBook book() {
        return book;
    }

    @Override
    public Traits traits(ProposedExchange question) {
        return asking(() -> Meanings.of(question));
    }

    /** Runs with the numbers of this rule book. */
    <T> T asking(ScopedValue.CallableOp<T, RuntimeException> asked) {
        return ScopedValue.where(EvaluationContext.NOW, new EvaluationContext(book.numbers(), TimeLimit.NONE))
                .call(asked);
    }

    @Override
    public Decision review(ProposedExchange question) {
        var evaluationContext = new EvaluationContext(book.numbers(), limit);
        try {
            return decide(question, deciding.fire(question, evaluationContext), evaluationContext);
        } catch (RuntimeException | StackOverflowError e) {
            if (evaluationContext.wasLate()) {
                LOG.error(
                        "Rule evaluation timed out after {} (gate {}, date {})",
                        limit.most(),
                        question.gate(),
                        question.on());
                return undecided(question, TOO_LATE);
            }
            LOG.error("Rule engine failed (gate {}, date {})", question.gate(), question.on(), e);
            return undecided(question, FAILED);
        }
    }

    /**
     * All rules evaluated at the question's gate on its day, with their conditions, including rules that do not fire.
     * In the order of their ids; for one id, every variant of the rule.
     *
     * @throws LawTimeout if compiling the rule book again, or evaluating it, takes too long
     * @throws EngineFailed if a rule fails
     */
    public List<ExplainedRule> explain(ProposedExchange question) {
        var engine = book.explaining(limit).within(Compiler.PATIENCE);
        var evaluationContext = new EvaluationContext(book.numbers(), limit);
        try {
            return engine.fire(question, evaluationContext).stream()
                    .map(one -> explained(one, question.on()))
                    .sorted(Comparator.comparing(
                                    (ExplainedRule one) -> one.rule().id())
                            .thenComparing(ExplainedRule::outcome, Comparator.reverseOrder()))
                    .toList();
        } catch (RuntimeException | StackOverflowError e) {
            if (evaluationContext.wasLate()) {
                LOG.error(
                        "Explanation timed out after {} (gate {}, date {})",
                        limit.most(),
                        question.gate(),
                        question.on());
                throw new LawTimeout("the explanation timed out", limit.most());
            }
            LOG.error("Rule engine failed to explain a decision (gate {}, date {})", question.gate(), question.on(), e);
            throw new EngineFailed(e);
        }
    }

    /** Begins to compile what {@link #explain} needs, before the request. */
    public void prepareToExplain() {
        var _ = book.explaining(limit);
    }

    public TimeLimit limit() {
        return limit;
    }

    private ExplainedRule explained(Fired fired, LocalDate on) {
        var effect = fired.condition().possible() ? fired.effect() : null;
        return new ExplainedRule(book.rule(fired.rule(), on), fired.outcome(), effect, fired.condition());
    }

    private Decision decide(ProposedExchange question, List<Fired> fired, EvaluationContext evaluationContext) {
        var strongest = new TreeMap<String, Fired>();
        fired.forEach(one -> strongest.merge(one.rule(), one, LawReview::stronger));
        var findings = strongest.values().stream()
                .map(one -> finding(one, question.on(), evaluationContext))
                .toList();
        var missing = strongest.values().stream()
                .flatMap(one -> one.condition().missing())
                .distinct()
                .sorted()
                .toList();
        return new Decision(
                verdict(question.gate(), findings),
                question.gate(),
                question.on(),
                findings,
                missing,
                book.digest(),
                question.facts(),
                traits(question));
    }

    private static Fired stronger(Fired one, Fired other) {
        return STRENGTH.compare(one, other) >= 0 ? one : other;
    }

    /** A draft's condition may have thousands of parts, each of which is put into words. */
    private Finding finding(Fired fired, LocalDate on, EvaluationContext evaluationContext) {
        evaluationContext.look();
        var rule = book.rule(fired.rule(), on);
        return new Finding(
                rule.id(),
                fired.effect(),
                rule.title(),
                rule.instrument().name(),
                rule.article(),
                rule.from(),
                rule.to(),
                fired.condition().observations(),
                rule.remedy(),
                rule.bearer());
    }

    /** The highest outcome decides (catalogue, section 2). An obligation still open at delivery holds the delivery. */
    private static Verdict verdict(Gate gate, Collection<Finding> findings) {
        var highest = findings.stream().map(Finding::outcome).max(Comparator.naturalOrder());
        return switch (highest.orElse(Outcome.NOTICE)) {
            case DENY -> Verdict.DENY;
            case REQUIRE_REVIEW -> Verdict.REQUIRE_REVIEW;
            case OBLIGATION -> gate == Gate.DELIVERY ? Verdict.DENY : Verdict.ALLOW_WITH_OBLIGATIONS;
            case NOTICE, RELIEF -> Verdict.ALLOW;
        };
    }

    private Decision undecided(ProposedExchange question, Bilingual why) {
        var finding = new Finding(
                NO_ANSWER,
                Outcome.REQUIRE_REVIEW,
                why,
                new Bilingual("交易所", "The exchange"),
                "-",
                question.on(),
                null,
                List.<Condition.Observation>of(),
                new Bilingual("由合规官人工审核；请运营方查看日志", "A compliance officer decides. The operator checks the log."),
                null);
        return new Decision(
                Verdict.REQUIRE_REVIEW,
                question.gate(),
                question.on(),
                List.of(finding),
                List.of(),
                book.digest(),
                question.facts(),
                traits(question));
    }
}
