package pujiang.app.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import pujiang.app.evaluate.LawSettings;
import pujiang.app.trial.Message.Book;
import pujiang.app.trial.Trial.Explanation;
import pujiang.app.trial.TrialRefusal.Lost;
import pujiang.app.trial.TrialRefusal.NotConfined;
import pujiang.compliance.FactSource;
import pujiang.compliance.ProposedExchange;
import pujiang.law.Draft;
import pujiang.law.EngineFailed;
import pujiang.law.LawTimeout;
import pujiang.refusal.Refused;

/**
 * Tries drafts, each in a process of its own that is ended with the trial: no process ever sees two drafts. See
 * docs/decisions/0066-a-draft-is-tried-in-a-process-without-rights.md.
 */
@Component
public final class Trials implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Trials.class);

    private final LawSettings settings;
    private final TrialSettings limits;
    private final Machine machine;
    private final Semaphore places;
    private final Set<Trial> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("trial-clock").factory());
    private final KeptTrial kept;
    private @Nullable TrialKit kit;
    private @Nullable Confinement confinement;

    /** The last finding, for reports. */
    private volatile @Nullable Confinement found;

    private volatile boolean closed;

    /** The available confinement. */
    @FunctionalInterface
    interface Machine {

        Confinement strictest(Path folder) throws IOException, InterruptedException;
    }

    /** The default settings, for the command line. */
    public Trials(LawSettings settings) {
        this(settings, TrialSettings.DEFAULT);
    }

    @Autowired
    public Trials(LawSettings settings, TrialSettings limits) {
        this(settings, limits, Confinement::strictest);
    }

    Trials(LawSettings settings, TrialSettings limits, Machine machine) {
        this.settings = settings;
        this.machine = machine;
        this.limits = limits;
        this.places = new Semaphore(limits.places(), true);
        this.kept = new KeptTrial(clock, settings.draftLimit());
    }

    /**
     * Compiles a draft in a separate process.
     *
     * @param texts the files of its book
     * @throws TrialFaults if it does not compile
     * @throws TrialLate if it does not compile in time
     * @throws TrialLost if the machine does not start its process, or ends it
     * @throws TrialFailed if it exceeds its limits, or does not answer
     * @throws Refused if this machine does not confine it as far as required
     * @throws LawTimeout if others are being tried, so that there is no result
     */
    public Trial open(Map<String, String> texts) {
        var book = Draft.bookOf(texts);
        var trial = begin(TrialProgram.class.getName(), Draft.of(book).digest());
        try {
            return trial.compile(new Book(new TreeMap<>(book), settings.decisionLimit()));
        } catch (RuntimeException failure) {
            trial.close();
            throw failure;
        }
    }

    /** @param main the class whose process it is */
    Trial begin(String main, String digest) {
        if (closed) throw ending();
        takePlace();
        var given = new AtomicBoolean();
        try {
            var step = Trial.longest(settings, Trial.MOST_AT_ONCE);
            var process = TrialProcess.start(main, kit(), sufficient(), step, limits, clock);
            var itself = new Trial[1];
            itself[0] = new Trial(process, digest, settings, () -> {
                open.remove(itself[0]);
                if (!given.getAndSet(true)) places.release();
            });
            open.add(itself[0]);
            if (!closed) return itself[0];
            itself[0].close();
            throw ending();
        } catch (Refused refused) {
            if (!given.getAndSet(true)) places.release();
            throw refused;
        } catch (IOException | UncheckedIOException e) {
            if (!given.getAndSet(true)) places.release();
            LOG.warn("Failed to start the process of a draft: {}", e.toString());
            throw new TrialLost("its process cannot be started", e);
        }
    }

    /** As far as this machine goes, if that is far enough. */
    private Confinement sufficient() throws IOException {
        var here = confinement();
        if (!here.isWeakerThan(limits.weakest())) return here;
        throw new Refused(new NotConfined(here.name(), limits.weakest().name()));
    }

    /** The failure of a trial that was ended with the exchange is not an error of its draft. */
    public void mustGoOn() {
        if (closed) throw ending();
    }

    private LawTimeout ending() {
        return new LawTimeout("the exchange is ending, and no draft is tried", settings.draftLimit());
    }

    private void takePlace() {
        if (places.tryAcquire()) return;
        kept.endIfIdle();
        try {
            if (places.tryAcquire(settings.draftLimit().toMillis(), TimeUnit.MILLISECONDS)) return;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        throw new LawTimeout("other drafts are being tried, and this one is not begun", settings.draftLimit());
    }

    /**
     * The process in which this very book was tried before, if it was kept, or else a new one; the caller closes it, or has
     * it kept again.
     *
     * @throws RuntimeException as {@link #open} does
     */
    public Trial again(String digest, Supplier<Map<String, String>> texts) {
        return kept.take(digest).orElseGet(() -> open(texts.get()));
    }

    /** A trial that will be replayed or explained next. This class owns it, and closes it if it is not used. */
    public void keep(Trial trial) {
        kept.put(trial);
    }

    /**
     * The draft's answer with its explanation, from the kept process of this very book or from a new one.
     *
     * @param sources who stated the facts
     * @throws LawTimeout if it takes too long
     * @throws EngineFailed if its process fails
     */
    public Explanation explain(
            String digest,
            Supplier<Map<String, String>> texts,
            ProposedExchange question,
            Map<FactSource, List<String>> sources) {
        try {
            return kept.use(digest, () -> open(texts.get()), trial -> trial.explain(question, sources));
        } catch (TrialLate _) {
            throw new LawTimeout("the draft does not say why", settings.draftLimit());
        } catch (TrialLost lost) {
            throw refused(lost);
        } catch (TrialFailed | TrialFaults failure) {
            mustGoOn();
            LOG.warn("Failed to explain a draft: {}", failure.toString());
            throw new EngineFailed(failure);
        }
    }

    /** To be reported to the caller: a retry may succeed. */
    public Refused refused(TrialLost lost) {
        mustGoOn();
        LOG.warn("Failed to run a draft: {}", lost.getMessage());
        return new Refused(new Lost(String.valueOf(lost.getMessage())));
    }

    /** The treatment of drafts by this process, with the limits that it lacks. */
    public TrialsView view() {
        var here = found;
        return new TrialsView(
                here,
                here == null ? null : here.unbounded(),
                here == null || here.missing().isEmpty() ? null : here.missing(),
                limits.weakest(),
                here == null || !here.isWeakerThan(limits.weakest()),
                limits.memory().toMegabytes(),
                limits.places());
    }

    private synchronized TrialKit kit() throws IOException {
        // Temporary files may have been removed in the meantime.
        if (kit == null || !kit.isWhole()) kit = TrialKit.unpacked();
        return kit;
    }

    /** The restrictions of this machine on a draft. */
    synchronized Confinement confinement() throws IOException {
        if (confinement != null) return confinement;
        var folder = Files.createTempDirectory("pujiang-trial-probe").toRealPath();
        try {
            var strictest = machine.strictest(folder);
            // A machine in trouble may allow less than usual: the result is not cached.
            if (strictest == Confinement.NONE) return told(strictest);
            confinement = strictest;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Confinement.NONE;
        } finally {
            Files.deleteIfExists(folder);
        }
        return told(confinement);
    }

    private Confinement told(Confinement strictest) {
        found = strictest;
        var refused = strictest.isWeakerThan(limits.weakest());
        var log = LOG.atLevel(refused || strictest == Confinement.NONE ? Level.WARN : Level.INFO);
        if (refused) {
            log.log(
                    "Rule drafts are not run on this machine: {}; pujiang.trial.weakest is {} 本机不试算规则草案：{}",
                    strictest.missing(),
                    limits.weakest(),
                    strictest.missingZh());
            return strictest;
        }
        log.log(
                "drafts of the law are tried in processes of their own; not bounded for them: {}{}"
                        + " 草案在独立进程中试算；未加限制：{}{}",
                strictest.unbounded(),
                because("; of this machine: ", strictest.missing()),
                strictest.unboundedZh(),
                because("；本机：", strictest.missingZh()));
        return strictest;
    }

    private static String because(String word, String missing) {
        return missing.isEmpty() ? "" : word + missing;
    }

    /** Found out alongside the start, and logged once. */
    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        Thread.ofPlatform().daemon().name("trial-probe").start(() -> {
            try {
                confinement();
            } catch (IOException e) {
                LOG.warn("Rule drafts cannot be run on this machine: {}", e.toString());
            }
        });
    }

    /** Before anything else goes that a replay writes to. */
    @EventListener(ContextClosedEvent.class)
    @Override
    public void close() {
        closed = true;
        open.forEach(Trial::close);
        clock.shutdownNow();
        synchronized (this) {
            if (kit != null) kit.delete();
            kit = null;
        }
    }
}
