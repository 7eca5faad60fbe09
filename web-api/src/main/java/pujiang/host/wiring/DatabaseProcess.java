package pujiang.host.wiring;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A database server as the operating system sees it, known by its program and by the settings file that is its first
 * argument.
 *
 * <p>That is enough to find a server whose exchange was killed: no file has to be written at the right moment. Whoever
 * merely names the file (a backup that reads its settings, an editor, a server of another folder with a longer name) is
 * another program, and is left alone; so is a process of another user. A process id that went to another program meanwhile
 * is never mistaken for it, since Java compares when the process began before it ends one. Windows tells nobody another
 * process's arguments; there a server left behind keeps its files locked, and the start says so.
 */
record DatabaseProcess(ProcessHandle handle) {

    static List<DatabaseProcess> runningWith(DatabaseFiles files) {
        return ProcessHandle.allProcesses()
                .filter(process -> isServer(process.info(), files))
                .map(DatabaseProcess::new)
                .toList();
    }

    private static boolean isServer(ProcessHandle.Info process, DatabaseFiles files) {
        return isServer(
                        process.command().orElse(""),
                        List.of(process.arguments().orElse(new String[0])),
                        files)
                && process.user().equals(ProcessHandle.current().info().user());
    }

    static boolean isServer(String command, List<String> arguments, DatabaseFiles files) {
        return !arguments.isEmpty() && arguments.getFirst().equals(files.mark()) && DatabaseProgram.isServer(command);
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
