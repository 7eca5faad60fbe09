package pujiang.law;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.drools.core.time.impl.PseudoClockScheduler;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.KieSessionsPool;
import org.kie.api.runtime.conf.ClockTypeOption;
import org.kie.api.runtime.conf.KeepReferenceOption;
import org.kie.api.runtime.rule.AgendaFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pujiang.compliance.FactSheet;
import pujiang.compliance.Gate;
import pujiang.compliance.ProposedExchange;

/** Evaluates compiled rules on a question. Each question has a session, which is emptied before the next. */
final class Engine {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    /** As many as processors; more are made if more are needed at once. */
    private static final int SESSIONS = Runtime.getRuntime().availableProcessors();

    /** Whether the engine has found its parts. It searches once. */
    private static final AtomicBoolean COMPLETE = new AtomicBoolean();

    /** More firings than the rule book has rules: a looping rule ends here, and an officer decides its question. */
    private final int mostFirings;

    private final KieSessionsPool sessions;
    private final KieSessionConfiguration settings;

    Engine(KieBase rules, ThresholdTable thresholdTable, TimeLimit limit) {
        this.mostFirings = 2 * rules(rules) + 1;
        this.sessions = rules.newKieSessionsPool(SESSIONS);
        this.settings = KieServices.get().newKieSessionConfiguration();
        settings.setOption(ClockTypeOption.PSEUDO);
        // Otherwise the rules would keep a reference to an unused session.
        settings.setOption(KeepReferenceOption.NO);
        // The first rule book is the program's, on a machine that may be slow to start.
        findParts(thresholdTable, COMPLETE.getAndSet(true) ? limit : TimeLimit.NONE);
    }

    /** Each rule fires once at most, because none reads what another inserts. */
    private static int rules(KieBase rules) {
        return rules.getKiePackages().stream()
                .mapToInt(folder -> folder.getRules().size())
                .sum();
    }

    /**
     * The engine looks for its parts, including truth maintenance, once, with the class loader of the thread that first
     * needs them. The class loader of worker threads of the JDK does not see into a packaged program. So the first
     * question is evaluated here, without known facts, on which nearly every rule fires. A rule that fails here fails
     * again on a real question, and an officer decides.
     */
    private void findParts(ThresholdTable thresholdTable, TimeLimit limit) {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(Engine.class.getClassLoader());
        try {
            var question = new ProposedExchange(Gate.ORDER, LocalDate.EPOCH.plusYears(60), FactSheet.empty());
            fire(question, new EvaluationContext(thresholdTable, limit));
        } catch (RuntimeException e) {
            LOG.warn("Rule failed during warm-up (no facts stated)", e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /**
     * INVARIANT: only a session that has finished is reused. After a failure its content is unknown, and it is left to
     * the garbage collector.
     *
     * @throws IllegalStateException if the rules do not end
     * @throws RuntimeException if a rule fails, or the time limit has passed
     */
    List<Fired> fire(ProposedExchange question, EvaluationContext evaluationContext) {
        var session = sessions.newKieSession(settings);
        PseudoClockScheduler clock = session.getSessionClock();
        clock.advanceTime(noon(question.on()) - clock.getCurrentTime(), TimeUnit.MILLISECONDS);
        var fired = ScopedValue.where(EvaluationContext.NOW, evaluationContext)
                .call(() -> fired(session, question, evaluationContext));
        session.dispose();
        return fired;
    }

    private List<Fired> fired(KieSession session, ProposedExchange question, EvaluationContext evaluationContext) {
        session.insert(question);
        int firings = session.fireAllRules(inTime(evaluationContext), mostFirings);
        if (firings >= mostFirings) throw new IllegalStateException("more than " + mostFirings + " firings");
        return session.getObjects(Fired.class::isInstance).stream()
                .map(Fired.class::cast)
                .toList();
    }

    private static AgendaFilter inTime(EvaluationContext evaluationContext) {
        return _ -> {
            evaluationContext.look();
            return true;
        };
    }

    /** Drools reads the days in force as midnights of the machine's time zone; noon is within each day. */
    private static long noon(LocalDate day) {
        return day.atTime(LocalTime.NOON)
                .atZone(ZoneId.systemDefault())
                .toInstant()
                .toEpochMilli();
    }
}
