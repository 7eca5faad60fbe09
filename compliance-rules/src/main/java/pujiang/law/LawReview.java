package pujiang.law;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.drools.core.time.impl.PseudoClockScheduler;
import org.kie.api.KieServices;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.KieSessionsPool;
import org.kie.api.runtime.conf.ClockTypeOption;
import org.kie.api.runtime.conf.ThreadSafeOption;
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
import pujiang.compliance.Verdict;

/** Asks the rule book. Threads may share one; each question has a session to itself, emptied before the next. */
public final class LawReview implements ComplianceReview {

    private static final Logger LOG = LoggerFactory.getLogger(LawReview.class);

    /** More firings than the book has rules, by far: a rule that loops ends here, and its question with an officer. */
    private static final int MOST_FIRINGS = 1_000;

    /** As many as there are processors to decide on; more are made if more are wanted at once. */
    private static final int SESSIONS = Runtime.getRuntime().availableProcessors();

    private final RuleBook book;
    private final KieSessionsPool sessions;
    private final KieSessionConfiguration settings;

    public LawReview(RuleBook book) {
        this.book = book;
        this.sessions = book.compiled().newKieSessionsPool(SESSIONS);
        this.settings = KieServices.get().newKieSessionConfiguration();
        settings.setOption(ClockTypeOption.PSEUDO);
        settings.setOption(ThreadSafeOption.NO); // One question at a time.
    }

    public RuleBook book() {
        return book;
    }

    @Override
    public Decision review(ProposedExchange question) {
        try {
            return decide(question, fire(question));
        } catch (RuntimeException e) {
            LOG.error("the rule engine failed on {} {}", question.gate(), question.on(), e);
            return undecided(question);
        }
    }

    private List<Fired> fire(ProposedExchange question) {
        var session = sessions.newKieSession(settings);
        try {
            PseudoClockScheduler clock = session.getSessionClock();
            clock.advanceTime(noon(question.on()) - clock.getCurrentTime(), TimeUnit.MILLISECONDS);
            session.insert(question);
            if (session.fireAllRules(MOST_FIRINGS) == MOST_FIRINGS) {
                throw new IllegalStateException("more than " + MOST_FIRINGS + " firings");
            }
            return fired(session);
        } finally {
            session.dispose();
        }
    }

    private static List<Fired> fired(KieSession session) {
        return session.getObjects(Fired.class::isInstance).stream()
                .map(Fired.class::cast)
                .toList();
    }

    /** Drools reads the days in force as midnights of the machine's zone; noon is within each day. */
    private static long noon(LocalDate day) {
        return day.atTime(LocalTime.NOON)
                .atZone(ZoneId.systemDefault())
                .toInstant()
                .toEpochMilli();
    }

    private Decision decide(ProposedExchange question, List<Fired> fired) {
        var strongest = new TreeMap<String, Fired>();
        fired.forEach(one -> strongest.merge(one.rule(), one, LawReview::stronger));
        var findings = strongest.values().stream()
                .map(one -> finding(one, question.on()))
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
                question.facts());
    }

    private static Fired stronger(Fired one, Fired other) {
        return Comparator.comparing(Fired::effect).compare(one, other) >= 0 ? one : other;
    }

    private Finding finding(Fired fired, LocalDate on) {
        var rule = book.rule(fired.rule(), on);
        return new Finding(
                rule.id(),
                fired.effect(),
                rule.title(),
                rule.instrument().name(),
                rule.article(),
                rule.from(),
                rule.to(),
                fired.condition().observations().distinct().toList(),
                rule.remedy());
    }

    /** The highest outcome decides (catalogue, section 2). A duty that is still open at delivery holds the delivery. */
    private static Verdict verdict(Gate gate, Collection<Finding> findings) {
        var highest = findings.stream().map(Finding::outcome).max(Comparator.naturalOrder());
        return switch (highest.orElse(Outcome.NOTICE)) {
            case DENY -> Verdict.DENY;
            case REQUIRE_REVIEW -> Verdict.REQUIRE_REVIEW;
            case OBLIGATION -> gate == Gate.DELIVERY ? Verdict.DENY : Verdict.ALLOW_WITH_OBLIGATIONS;
            case NOTICE, RELIEF -> Verdict.ALLOW;
        };
    }

    private Decision undecided(ProposedExchange question) {
        var finding = new Finding(
                "ENGINE",
                Outcome.REQUIRE_REVIEW,
                new Bilingual("规则引擎未能作出判断", "The rule engine could not decide"),
                new Bilingual("交易所", "The exchange"),
                "-",
                question.on(),
                null,
                List.<Condition.Observation>of(),
                new Bilingual("由合规官人工审核;请运维查看日志", "an officer decides; the operator looks at the log"));
        return new Decision(
                Verdict.REQUIRE_REVIEW,
                question.gate(),
                question.on(),
                List.of(finding),
                List.of(),
                book.digest(),
                question.facts());
    }
}
