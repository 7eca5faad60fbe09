package pujiang.law;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.drools.core.time.impl.PseudoClockScheduler;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.KieSessionsPool;
import org.kie.api.runtime.conf.ClockTypeOption;
import pujiang.compliance.FactSheet;
import pujiang.compliance.Gate;
import pujiang.compliance.ProposedExchange;

/** Runs a question through compiled rules. Each has a session to itself, which is emptied before the next. */
final class Engine {

    /** More firings than the book has rules, by far: a rule that loops ends here, and its question with an officer. */
    private static final int MOST_FIRINGS = 1_000;

    /** As many as there are processors to decide on; more are made if more are wanted at once. */
    private static final int SESSIONS = Runtime.getRuntime().availableProcessors();

    private final Numbers numbers;
    private final KieSessionsPool sessions;
    private final KieSessionConfiguration settings;

    Engine(KieBase rules, Numbers numbers) {
        this.numbers = numbers;
        this.sessions = rules.newKieSessionsPool(SESSIONS);
        this.settings = KieServices.get().newKieSessionConfiguration();
        settings.setOption(ClockTypeOption.PSEUDO);
        findParts();
    }

    /**
     * The engine looks for its parts, truth maintenance among them, by the class loader of the thread that first needs
     * them, and once; worker threads of the JDK have one that does not see into a packaged program. So the first question
     * is asked here: with nothing known, on which nearly every rule fires.
     */
    private void findParts() {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(Engine.class.getClassLoader());
        try {
            fire(new ProposedExchange(Gate.ORDER, LocalDate.EPOCH.plusYears(60), FactSheet.empty()));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** @throws IllegalStateException if the rules go on for ever */
    List<Fired> fire(ProposedExchange question) {
        var session = sessions.newKieSession(settings);
        try {
            PseudoClockScheduler clock = session.getSessionClock();
            clock.advanceTime(noon(question.on()) - clock.getCurrentTime(), TimeUnit.MILLISECONDS);
            session.insert(question);
            return ScopedValue.where(Thresholds.ASKED, numbers).call(() -> fired(session));
        } finally {
            session.dispose();
        }
    }

    private static List<Fired> fired(KieSession session) {
        if (session.fireAllRules(MOST_FIRINGS) == MOST_FIRINGS) {
            throw new IllegalStateException("more than " + MOST_FIRINGS + " firings");
        }
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
}
