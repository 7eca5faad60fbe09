package pujiang.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;
import static pujiang.web.page.Gestures.follow;
import static pujiang.web.page.Gestures.press;
import static pujiang.web.page.Gestures.state;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import pujiang.app.security.Role;
import pujiang.web.Drafts;
import pujiang.web.Sale;

/** Two people change the law with a browser. */
// Of its own, because a law is changed here.
@TestPropertySource(properties = "pujiang.law.most-unreported=999")
class RuleBookPagesTest extends PageTest {

    private Drafts drafts;
    private String author;
    private String token;

    @BeforeAll
    void anAuthorIsThere() throws Exception {
        drafts = new Drafts(port);
        author = user(null, Role.COMPLIANCE_OFFICER);
        token = accounts.issue(author, "test", Duration.ofDays(1)).token();
    }

    @Test
    void aDraftIsReplayedReadAndBroughtIntoForceOnPages() throws Exception {
        var trade = new Sale(market, "12.00").completed("a\n1\n");
        var draft = fresh("page-draft");
        drafts.put(token, draft, Drafts.zip(Drafts.oneRuleMore())).is(201);
        var officer = signedIn(author);
        officer.navigate("/rule-drafts");
        follow(officer, draft);
        assertThat(officer.locator("#differs + dl")).containsText("DSL-99-1");
        press(officer, "Replay on all past decisions");
        while (officer.locator("#counts").count() == 0) officer.navigate("/rule-drafts/" + draft);

        assertThat(officer.locator("tr.flipped").first()).containsText("Allowed, with obligations before delivery");
        assertThat(officer.locator("dl.figures")).containsText("CNY 12.00");
        // A replay that was over at once leaves the note that it has begun on the page as well.
        assertThat(officer.locator(".notice").last()).containsText("someone else must activate it");
        // Both books are compiled once more to tell why, which takes longer than a browser of the tests is patient.
        market.get(token, "/rule-drafts/" + draft + "/report/flips/1").is(200);
        officer.locator("#flips ~ .scroll tr", new Page.LocatorOptions().setHasText(trade))
                .locator("a")
                .click();
        assertThat(officer.locator(".sides").filter(new Locator.FilterOptions().setHasText("On trial")))
                .containsText("This rule book does not have this rule for this gate and date.");

        officer.navigate("/");
        assertThat(officer.locator("body")).containsText("Rule drafts to activate");
        assertThat(officer.locator("main")).not().containsText(draft);
        var operator = signedIn(user(null, Role.OPERATOR));
        follow(operator, draft);
        press(operator, "Activate");
        assertThat(state(operator)).hasText("Active");
        operator.navigate("/");
        assertThat(operator.locator("main")).not().containsText(draft);
        operator.navigate("/rule-drafts");
        assertThat(operator.locator("table.history")).containsText(draft);
        for (int width : new int[] {1200, NARROW}) {
            fits(operator, width, "/rule-drafts", "/rule-drafts/" + draft, "/rule-drafts/" + draft + "/flips/1");
        }
    }

    @Test
    void faultsAreShownWithTheirLines() throws Exception {
        var texts = Drafts.oneRuleMore();
        texts.computeIfPresent("dsl/art-53.drl", (_, text) -> text.replace("is(this,", "System.exit(this,"));
        var draft = fresh("page-draft");
        drafts.put(token, draft, Drafts.zip(texts)).is(201);

        var officer = signedIn(author);
        officer.navigate("/rule-drafts/" + draft);

        assertThat(officer.locator("#faults ~ .scroll tbody tr").first()).containsText("dsl/art-53.drl");
        assertThat(officer.locator("#faults ~ .scroll tbody td.number").first()).hasText("19");
        assertThat(officer.locator("section.moves")).hasCount(0);
    }
}
