package pujiang.app.rulebook;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import pujiang.app.board.Columns;
import pujiang.app.decision.DecisionExtractor;
import pujiang.app.rulebook.ReplayBoard.Finished;
import pujiang.app.rulebook.ReplayView.State;
import pujiang.app.rulebook.RuleDraftRefusal.Faulty;
import pujiang.app.rulebook.RuleDraftRefusal.NotReplayed;
import pujiang.app.security.Caller;
import pujiang.app.trial.TrialLost;
import pujiang.app.trial.Trials;
import pujiang.law.LawInForce;
import pujiang.law.LawReview;
import pujiang.refusal.Refused;
import pujiang.rulebook.DraftId;
import tools.jackson.databind.json.JsonMapper;

/** Starts replays, each in its own thread, and reports their state. */
@Component
public class Replays {

    private static final Logger LOG = LoggerFactory.getLogger(Replays.class);
    private static final long PATIENCE_MILLIS = 10_000;
    private static final Duration BEAT = Duration.ofSeconds(5);

    private final RuleDrafts drafts;
    private final ReplayBoard board;
    private final LawInForce law;
    private final RuleBookBoard books;
    private final Trials trials;
    private final JsonMapper json;
    private final DraftReplay.Parts parts;
    private final Clock clock;
    private final int mostSince;

    private volatile boolean stopped;
    private @Nullable Thread running;

    Replays(
            RuleDrafts drafts,
            ReplayBoard board,
            ReplayCaseBoard cases,
            PastDecisions past,
            AffectedParties.Parties parties,
            LawInForce law,
            RuleBookBoard books,
            Trials trials,
            Columns columns,
            JsonMapper json,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${pujiang.law.most-unreported}") int mostSince) {
        this.drafts = drafts;
        this.board = board;
        this.law = law;
        this.books = books;
        this.trials = trials;
        this.json = json;
        this.clock = clock;
        this.mostSince = mostSince;
        this.parts = new DraftReplay.Parts(
                past, board, cases, parties, columns, new TransactionTemplate(transactions), clock);
    }

    /**
     * Begins one, which runs on when the transaction is committed.
     *
     * @throws Refused if the draft has faults, or a replay runs
     */
    public ReplayView start(DraftId draft, Caller caller) {
        var edition = drafts.newest(draft);
        mustBeSound(edition);
        var before = law.digest();
        var replay = board.begin(edition, before, caller.username(), clock.instant());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                run(replay);
            }
        });
        return replay;
    }

    static void mustBeSound(DraftEdition edition) {
        if (edition.faults().isEmpty()) return;
        throw new Refused(new Faulty(edition.draft(), edition.faults().size()));
    }

    private synchronized void run(ReplayView replay) {
        running = Thread.ofPlatform().name("replay-" + replay.id()).daemon().start(() -> runNow(replay));
    }

    private void runNow(ReplayView replay) {
        var heart = Thread.ofVirtual().start(() -> beat(replay));
        try {
            var ended = tried(replay);
            if (!ended) board.end(replay.id(), State.INTERRUPTED, clock.instant());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            board.end(replay.id(), State.INTERRUPTED, clock.instant());
        } catch (TrialLost lost) {
            // The machine's doing: the same replay is begun again.
            LOG.warn("Replay {} of draft {} was interrupted: {}", replay.id(), replay.draft(), lost.getMessage());
            board.end(replay.id(), State.INTERRUPTED, clock.instant());
        } catch (RuntimeException failure) {
            if (!stopped) LOG.error("Replay {} of draft {} failed", replay.id(), replay.draft(), failure);
            board.end(replay.id(), stopped ? State.INTERRUPTED : State.FAILED, clock.instant());
        } finally {
            heart.interrupt();
        }
    }

    /** @return whether it came to its end */
    private boolean tried(ReplayView replay) throws InterruptedException {
        var trial = trials.again(replay.book(), () -> texts(replay.book()));
        boolean kept = false;
        try {
            var run = new DraftReplay(replay, trial, parts, () -> stopped);
            var ended = run.run();
            kept = ended && run.hasFlips();
            if (!kept) return ended;
            trials.keep(trial);
            prepareToExplain(replay);
            return true;
        } finally {
            if (!kept) trial.close();
        }
    }

    /** A draft may take long to be compiled, and longer to answer, than a replay that is alive may be silent. */
    private void beat(ReplayView replay) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(BEAT);
                board.beat(replay.id(), clock.instant());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (DataAccessException unreachable) {
            LOG.warn("Failed to update the heartbeat of replay {}: {}", replay.id(), unreachable.toString());
        }
    }

    /**
     * A reader of the report opens its changed decisions next: the draft's process is kept for them; the other book was
     * evaluated here.
     */
    private void prepareToExplain(ReplayView replay) {
        try {
            law.find(replay.before()).ifPresent(LawReview::prepareToExplain);
        } catch (RuntimeException failure) {
            LOG.warn("Explanations for replay {} not precomputed: {}", replay.id(), failure.toString());
        }
    }

    private Map<String, String> texts(String book) {
        return books.texts(book).orElseThrow(() -> new IllegalStateException(book + " was not kept"));
    }

    /** Before anything that it reads from goes. */
    @EventListener(ContextClosedEvent.class)
    void stop() throws InterruptedException {
        stopped = true;
        Thread thread;
        synchronized (this) {
            thread = running;
        }
        if (thread != null) thread.join(PATIENCE_MILLIS);
    }

    /** The newest one of a draft, in any state. */
    public Optional<ReplayView> newest(DraftId draft) {
        return board.newest(drafts.newest(draft).draft(), clock.instant());
    }

    /** @throws Refused if there is no report yet */
    Finished finished(DraftId draft) {
        return board.finished(drafts.newest(draft).draft(), clock.instant())
                .orElseThrow(() -> new Refused(new NotReplayed(draft)));
    }

    /** The newest report, if there is one. */
    public Optional<ReportView> report(DraftId draft) {
        var edition = drafts.newest(draft);
        return board.finished(draft, clock.instant()).map(finished -> report(edition, finished));
    }

    private ReportView report(DraftEdition edition, Finished finished) {
        var about = finished.replay();
        return new ReportView(
                finished.digest(),
                about.edition() == edition.edition() && about.before().equals(law.digest()),
                since(finished),
                mostSince,
                json.readValue(finished.text(), ReplayReport.class));
    }

    /** Number of decisions that the report does not cover. */
    long since(Finished finished) {
        return board.countSince(finished.covered(), DecisionExtractor.names());
    }

    List<String> lastSince(Finished finished, int most) {
        return board.lastSince(finished.covered(), DecisionExtractor.names(), most);
    }

    int mostSince() {
        return mostSince;
    }
}
