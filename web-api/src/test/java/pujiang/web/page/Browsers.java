package pujiang.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The Chromium of this machine. What any of its pages complains about is kept for the test to look at. */
final class Browsers implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final double MOST_MILLIS = 10_000;

    private final Playwright playwright = Playwright.create(
            new CreateOptions().setEnv(with(System.getenv(), Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))));
    private final Browser browser;
    private final String address;
    private final List<String> complaints = new ArrayList<>();

    Browsers(int port) {
        address = "http://localhost:" + port;
        browser = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(chromium()).setArgs(List.of("--no-sandbox")));
    }

    /** A reader with a browser of its own, who has not signed in. */
    Page reader(String language) {
        var context = browser.newContext(
                new NewContextOptions().setBaseURL(address).setLocale(language).setViewportSize(1200, 800));
        context.setDefaultTimeout(MOST_MILLIS);
        var page = context.newPage();
        page.onConsoleMessage(message -> {
            // Chromium itself remarks on an answer of 4xx, which some tests want.
            var remark = message.text().startsWith("Failed to load resource");
            if (message.type().equals("error") && !remark) complaints.add(page.url() + ": " + message.text());
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.onRequestFailed(request -> {
            // Aborted by the browser itself: a download is no page, and who clicks early does not wait for the rest.
            if (!request.failure().equals("net::ERR_ABORTED")) complaints.add(request.url() + ": " + request.failure());
        });
        page.onResponse(answer -> {
            if (answer.status() >= 500) complaints.add(answer.url() + ": " + answer.status());
        });
        return page;
    }

    void haveNothingToComplain() {
        assertThat(complaints).isEmpty();
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static Path chromium() {
        return Stream.concat(
                        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)),
                        Stream.of("/usr/bin"))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "The tests of the pages drive Chromium, and there is none in the PATH: please install it,"
                                + " for example by: apt-get install chromium"));
    }

    private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
        var all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }
}
