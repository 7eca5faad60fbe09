package pujiang.web.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
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
import pujiang.web.trial.Frames.Frame;

/** One draft's process, as the exchange holds it: asked step by step, and ended with all that it has started. */
final class TrialProcess implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TrialProcess.class);

    /** A book of a thousand rules compiles in half of it. */
    private static final String HEAP = "-Xmx384m";

    private static final int OUT_OF_MEMORY = 3;
    private static final int LAST_WORDS = 2_000;
    private static final Duration END = Duration.ofSeconds(5);

    private final Process process;
    private final Path folder;
    private final Frames frames;
    private final ScheduledExecutorService clock;
    private final AtomicBoolean closed = new AtomicBoolean();

    private TrialProcess(Process process, Path folder, ScheduledExecutorService clock) {
        this.process = process;
        this.folder = folder;
        this.clock = clock;
        this.frames = new Frames(process.getInputStream(), new BufferedOutputStream(process.getOutputStream()));
        Thread.ofVirtual().start(() -> keepLastWords(process.getErrorStream()));
    }

    /**
     * Starts one.
     *
     * @param main class of the kit that is run
     * @param step that each step may take
     * @param life that it may live, even where the exchange has ended
     */
    static TrialProcess start(
            String main,
            TrialKit kit,
            Confinement confinement,
            Duration step,
            Duration life,
            ScheduledExecutorService clock)
            throws IOException {
        var folder = Files.createTempDirectory("pujiang-trial").toRealPath();
        try {
            var java = java(main, kit, step);
            var builder = new ProcessBuilder(confinement.command(folder, List.of(kit.folder()), life, java))
                    .directory(folder.toFile());
            Confinement.only(builder);
            return new TrialProcess(builder.start(), folder, clock);
        } catch (IOException e) {
            FileSystemUtils.deleteRecursively(folder);
            throw e;
        }
    }

    /** Small and quick to start: most live for seconds, in which the whole compiler would cost more than it saves. */
    private static List<String> java(String main, TrialKit kit, Duration step) {
        var command = new ArrayList<>(List.of(Confinement.java().toString(), HEAP, "-Xss1m", "-XX:+UseSerialGC"));
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:CompressedClassSpaceSize=96m",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:MaxDirectMemorySize=16m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+DisableAttachMechanism",
                // It writes no file, and on standard output it would stand between the answers.
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
     * Asks a step.
     *
     * @throws TrialLate if it takes longer; the process is ended then
     * @throws TrialFailed if the process ends, or says what is no answer
     */
    synchronized Frame ask(Step step, byte[] content, Duration most) {
        var late = new AtomicBoolean();
        var alarm = clock.schedule(
                () -> {
                    late.set(true);
                    end();
                },
                most.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            frames.write(step.letter(), content);
            var answer = frames.read();
            if (answer.isPresent()) return answer.get();
            throw late.get() ? late(most) : ended();
        } catch (IOException e) {
            if (late.get()) throw late(most);
            if (!process.isAlive()) throw ended();
            throw new TrialFailed("its process sent an invalid answer", e);
        } finally {
            alarm.cancel(false);
        }
    }

    private TrialLate late(Duration most) {
        var _ = hasEnded();
        return new TrialLate(most);
    }

    private TrialFailed ended() {
        if (!hasEnded()) return new TrialFailed("its process does not answer");
        return new TrialFailed(
                process.exitValue() == OUT_OF_MEMORY
                        ? "needs more memory than a trial may use (%s)".formatted(HEAP.substring("-Xmx".length()))
                        : "its process ended by itself (exit code %d)".formatted(process.exitValue()));
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

    /** All of it, at once: what it began is of no use to anybody. */
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

    /** Read to its end, or a talkative process would stand still; kept for whoever looks why it failed. */
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
