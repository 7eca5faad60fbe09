package pujiang.app.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import pujiang.app.trial.Frames.Frame;

/**
 * The exchange's end of a draft's process: runs it step by step, and ends it with all processes that it has started.
 */
final class TrialProcess implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TrialProcess.class);

    private static final int OUT_OF_MEMORY = 3;

    /** Exit codes from here on are a signal's number plus this, as in shells. A program does not choose them itself. */
    private static final int SIGNALS = 128;

    /** The exit code of {@code unshare} of util-linux if its child was killed: it cannot kill itself by that signal. */
    private static final int CHILD_WAS_KILLED = 1;

    private static final int LAST_WORDS = 2_000;
    private static final Duration END = Duration.ofSeconds(5);

    private final Process process;
    private final Path folder;
    private final TrialSettings settings;
    private final Frames frames;
    private final ScheduledExecutorService clock;
    private final AtomicBoolean closed = new AtomicBoolean();

    private TrialProcess(Process process, Path folder, TrialSettings settings, ScheduledExecutorService clock) {
        this.process = process;
        this.folder = folder;
        this.settings = settings;
        this.clock = clock;
        this.frames = new Frames(process.getInputStream(), new BufferedOutputStream(process.getOutputStream()));
        Thread.ofVirtual().start(() -> keepLastWords(process.getErrorStream()));
    }

    /**
     * Starts one.
     *
     * @param main class of the kit that is run
     * @param step that each step may take
     * @param settings what it may take of the machine
     */
    static TrialProcess start(
            String main,
            TrialKit kit,
            Confinement confinement,
            Duration step,
            TrialSettings settings,
            ScheduledExecutorService clock)
            throws IOException {
        var folder = Files.createTempDirectory("pujiang-trial").toRealPath();
        try {
            var java = java(main, kit, step, settings);
            var life = settings.longestLife();
            var heap = settings.memory().toBytes();
            var builder = new ProcessBuilder(confinement.command(folder, List.of(kit.folder()), life, heap, java))
                    .directory(folder.toFile());
            Confinement.only(builder);
            return new TrialProcess(builder.start(), folder, settings, clock);
        } catch (IOException e) {
            FileSystemUtils.deleteRecursively(folder);
            throw e;
        }
    }

    /** Small and quick to start: most live for seconds, in which the whole compiler would cost more than it saves. */
    private static List<String> java(String main, TrialKit kit, Duration step, TrialSettings settings) {
        var command = new ArrayList<>(List.of(Confinement.java().toString(), "-Xmx" + settings.heap()));
        command.addAll(List.of(
                "-Xss1m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:CompressedClassSpaceSize=96m",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:MaxDirectMemorySize=16m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+DisableAttachMechanism",
                // It writes no file, and on standard output it would be mixed with the answers.
                "-XX:-UsePerfData",
                "-XX:ErrorFile=/dev/null",
                "-XX:+DisplayVMOutputToStderr",
                "--sun-misc-unsafe-memory-access=allow",
                // Days begin where they do for the exchange.
                "-Duser.timezone=" + TimeZone.getDefault().getID(),
                "-Duser.language=en",
                "-Dfile.encoding=UTF-8",
                "-cp",
                kit.classPath(),
                main,
                String.valueOf(step.toMillis())));
        return command;
    }

    /**
     * Runs a step.
     *
     * @throws TrialLate if it takes longer; the process is ended then
     * @throws TrialLost if the process ends by another cause than its draft
     * @throws TrialFailed if it exceeds its limits, or gives an invalid answer
     */
    synchronized Frame ask(TrialStep trialStep, byte[] content, Duration most) {
        var late = new AtomicBoolean();
        var alarm = clock.schedule(
                () -> {
                    late.set(true);
                    end();
                },
                most.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            frames.write(trialStep.letter(), content);
            var answer = frames.read();
            if (answer.isPresent()) return answer.get();
            throw late.get() ? late(most) : ended(most);
        } catch (IOException e) {
            if (late.get()) throw late(most);
            if (e instanceof Frames.NoFrame || (e instanceof EOFException && hasEndedByItself())) {
                throw new TrialFailed("its process sent an invalid answer", e);
            }
            throw ended(most);
        } finally {
            alarm.cancel(false);
        }
    }

    private TrialLate late(Duration most) {
        var _ = hasEnded();
        return new TrialLate(most);
    }

    /** In the middle of an answer, and not because it was ended or had to. */
    private boolean hasEndedByItself() {
        if (!hasEnded()) return false;
        int code = process.exitValue();
        return switch (code) {
            case OUT_OF_MEMORY, TrialProgram.TOO_LATE, CHILD_WAS_KILLED -> false;
            default -> code < SIGNALS;
        };
    }

    /** Of a process that has ended only what its own program ends with is the draft's doing: all else the machine does. */
    private RuntimeException ended(Duration most) {
        if (!hasEnded()) return new TrialFailed("its process does not answer");
        int code = process.exitValue();
        return switch (code) {
            case OUT_OF_MEMORY ->
                new TrialFailed("needs more memory than a trial may use (%s)".formatted(settings.heap()));
            case TrialProgram.TOO_LATE -> new TrialLate(most);
            case CHILD_WAS_KILLED ->
                new TrialLost("its process was ended from outside, or could not start (exit code 1)");
            default ->
                new TrialLost(
                        code > SIGNALS
                                ? "its process was ended from outside (signal %d)".formatted(code - SIGNALS)
                                : "its process could not go on (exit code %d)".formatted(code));
        };
    }

    private boolean hasEnded() {
        try {
            return process.waitFor(END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    boolean isAlive() {
        return !closed.get() && process.isAlive();
    }

    /** All of it, at once: its unfinished work has no use. */
    private void end() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) return;
        end();
        var _ = hasEnded();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            LOG.debug("the folder of a trial stays: {}", e.toString());
        }
    }

    /** Read to its end, or a process with much output would block; kept to find the cause of a failure. */
    private void keepLastWords(InputStream said) {
        var buffer = new byte[8_192];
        var last = "";
        try (said) {
            for (int length = said.read(buffer); length >= 0; length = said.read(buffer)) {
                last += new String(buffer, 0, length, UTF_8);
                if (last.length() > LAST_WORDS) last = last.substring(last.length() - LAST_WORDS);
            }
        } catch (IOException _) {
            // It was ended.
        }
        if (!last.isBlank()) LOG.debug("a trial said at last: {}", last);
    }
}
