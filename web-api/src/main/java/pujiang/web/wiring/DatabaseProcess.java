package pujiang.web.wiring;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A database server as the operating system sees it, known by the settings file on its command line.
 *
 * <p>That mark is enough to find a server whose exchange was killed: no file has to be written at the right moment, and
 * a process id that went to another program is never mistaken for it. Windows tells nobody another process's command
 * line; there a server left behind keeps its files locked, and the start says so.
 */
record DatabaseProcess(ProcessHandle handle) {

    static List<DatabaseProcess> runningWith(DatabaseFiles files) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(files.mark()))
                .map(DatabaseProcess::new)
                .toList();
    }

    boolean alive() {
        return handle.isAlive();
    }

    /** Asks it to end, which lets it finish its writing. False: it did not within the limit and was killed. */
    boolean stop(Duration limit) {
        handle.destroy();
        try {
            handle.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            handle.destroyForcibly();
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a process's exit never fails, it only comes", e);
        }
    }
}
