package pujiang.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.PlaywrightException;
import java.util.ArrayList;
import java.util.List;
import pujiang.web.page.Chromium.NoChromium;

/** People with Chromium. What any of its pages complains about is kept for the test to look at. */
final class Browsers implements AutoCloseable {

    /** Activating a rule book compiles it, beside other tests and on any machine. */
    private static final double MOST_MILLIS = 60_000;

    private final Playwright playwright;
    private final Browser browser;
    private final String address;
    private final List<String> complaints = new ArrayList<>();

    /** @throws NoChromium if there is none that can be driven */
    Browsers(int port) throws NoChromium {
        address = "http://localhost:" + port;
        var options = Chromium.found();
        playwright = Playwright.create(new CreateOptions().setEnv(Chromium.WITHOUT_DOWNLOAD));
        try {
            browser = playwright.chromium().launch(options.setArgs(List.of("--no-sandbox")));
        } catch (PlaywrightException cannot) {
            playwright.close();
            throw new NoChromium("the one there is does not start: "
                    + String.valueOf(cannot.getMessage()).lines().findFirst().orElse(""));
        }
    }

    /** A reader with a browser of its own, who has not signed in. */
    Page reader(String language) {
        return reader(new NewContextOptions().setLocale(language));
    }

    /** The same, whose browser runs no script. */
    Page readerWithoutScript() {
        return reader(new NewContextOptions().setLocale("en-US").setJavaScriptEnabled(false));
    }

    private Page reader(NewContextOptions wanted) {
        var context = browser.newContext(wanted.setBaseURL(address).setViewportSize(1200, 800));
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
}
