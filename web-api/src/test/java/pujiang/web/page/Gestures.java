package pujiang.web.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** What people do on a page; they find things by the words they read. */
final class Gestures {

    private Gestures() {}

    static void signIn(Page page, String username, String password) {
        write(page, "User name", username);
        write(page, "Password", password);
        page.getByRole(AriaRole.MAIN).getByRole(AriaRole.BUTTON).click();
    }

    static Locator state(Page page) {
        return page.locator("p.under .badge");
    }

    static Locator field(Page page, String label) {
        return page.getByLabel(label, new GetByLabelOptions().setExact(true));
    }

    static void write(Page page, String label, String text) {
        field(page, label).fill(text);
    }

    static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    static void press(Page page, Pattern name) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name)).click();
    }

    static void follow(Page page, String text) {
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(text).setExact(true))
                .first()
                .click();
    }
}
