package pujiang.web.page;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.impl.driver.Driver;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which Chromium the tests of the pages drive: the one of this machine, else the one that Playwright downloads. */
final class Chromium {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");
    private static final Duration DOWNLOAD = Duration.ofMinutes(5);

    static final Map<String, String> WITHOUT_DOWNLOAD = with(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));

    /** Of the first attempt, for all classes: nobody waits for a download twice. */
    private static @Nullable String downloadFailed;

    private static boolean downloaded;

    private Chromium() {}

    /** No test of the pages can be run here. */
    static final class NoChromium extends Exception {

        private static final long serialVersionUID = 1;

        NoChromium(String why) {
            super(why);
        }
    }

    static LaunchOptions found() throws NoChromium {
        var own = inPath();
        if (own.isPresent()) return new LaunchOptions().setExecutablePath(own.get());
        download();
        return new LaunchOptions();
    }

    private static Optional<Path> inPath() {
        return Stream.concat(
                        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)),
                        Stream.of("/usr/bin"))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** What was downloaded before is found again at once. */
    private static synchronized void download() throws NoChromium {
        if (!downloaded && downloadFailed == null) {
            downloadFailed = downloading();
            downloaded = downloadFailed == null;
        }
        if (downloadFailed != null) {
            throw new NoChromium("there is none in the PATH, and Playwright downloads none: " + downloadFailed);
        }
    }

    /** @return what went wrong; null if it is there */
    private static @Nullable String downloading() {
        try {
            var process = Driver.ensureDriverInstalled(WITHOUT_DOWNLOAD, false).createProcessBuilder();
            process.environment().remove("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD");
            process.command().addAll(List.of("install", "chromium"));
            var running = process.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!running.waitFor(DOWNLOAD.toMillis(), TimeUnit.MILLISECONDS)) {
                running.destroyForcibly();
                return "it takes longer than " + DOWNLOAD.toMinutes() + " minutes";
            }
            return running.exitValue() == 0 ? null : "it ends with " + running.exitValue();
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "it was interrupted";
        }
    }

    private static Map<String, String> with(Map<String, String> more) {
        var all = new HashMap<>(System.getenv());
        all.putAll(more);
        return all;
    }
}
