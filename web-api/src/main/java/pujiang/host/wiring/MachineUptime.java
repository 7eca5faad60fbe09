package pujiang.host.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import pujiang.app.clock.Uptime;

/**
 * Linux counts the time since its start through every sleep of the machine and past every setting of the clock, and names
 * each start; so a process that is started again goes on counting. Elsewhere it is the process's own monotonic clock,
 * which may stand still while the machine sleeps: a sleep then looks like a jump of the clock, and the operator is asked.
 */
final class MachineUptime implements Uptime {

    private static final Path UPTIME = Path.of("/proc/uptime");
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

    private final @Nullable String boot = read(BOOT);
    private final String process;

    /** @param process a name for this process that no other has */
    MachineUptime(String process) {
        this.process = process;
    }

    @Override
    public Duration now() {
        var text = boot == null ? null : read(UPTIME);
        if (text == null) return Duration.ofNanos(System.nanoTime());
        return Duration.ofMillis(Math.round(Double.parseDouble(text.split(" ", -1)[0]) * 1_000));
    }

    @Override
    public String boot() {
        return boot == null ? process : boot;
    }

    private static @Nullable String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException _) {
            return null;
        }
    }
}
