package pujiang.web.rulebook;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import pujiang.app.history.HistoryAudience;
import pujiang.app.history.HistoryReader;
import pujiang.app.paging.Paging;
import pujiang.app.rulebook.RuleDraftView;
import pujiang.app.rulebook.RuleDrafts;
import pujiang.app.security.Caller;
import pujiang.law.LawInForce;
import pujiang.rulebook.RuleBookInForce;
import pujiang.web.page.Badge;
import pujiang.web.page.Listed;
import pujiang.web.page.PageController;
import pujiang.web.page.PageRequest;
import pujiang.web.page.TimelineEntry;
import pujiang.web.security.Requires;

/** The rule book in force, how it was changed, and the drafts of what it may become. */
@PageController
class RuleDraftsPage {

    /** The same text for whoever copies it, in both languages. */
    private static final String HOW =
            """
            curl -H "Authorization: Bearer $TOKEN" EXCHANGE/api/v1/rule-book/files -o book.zip
            unzip book.zip -d draft && cd draft
            # edit rules and numbers; write cases.jsonl: one that fires and one that stays silent for each changed rule
            zip -r ../draft.zip .
            curl -X PUT -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/zip" \\
              --data-binary @../draft.zip EXCHANGE/api/v1/rule-drafts/my-draft
            """;

    private final RuleDrafts drafts;
    private final LawInForce law;
    private final HistoryReader history;

    RuleDraftsPage(RuleDrafts drafts, LawInForce law, HistoryReader history) {
        this.drafts = drafts;
        this.law = law;
        this.history = history;
    }

    record Row(RuleDraftView draft, Badge badge) {}

    /**
     * @param book digest of the one in force
     * @param rules how many it has
     * @param drafts whether the reader may draft
     * @param how commands with which a draft is made
     */
    record Model(Listed<Row> list, String book, int rules, List<TimelineEntry> events, boolean drafts, String how) {}

    @Requires("decision:examine")
    @GetMapping("/rule-drafts")
    ModelAndView list(Paging paging, Caller caller, PageRequest visit) {
        var page = paging.page(drafts.list(paging.after(), paging.rowsToRead()), RuleDrafts::place);
        var book = law.ready().book();
        var events = history.events(RuleBookInForce.class, RuleBookInForce.ID, HistoryAudience.STAFF);
        var model = new Model(
                visit.listed(page, paging, draft -> new Row(draft, RuleDraftPage.badge(draft))),
                book.digest(),
                book.rules().size(),
                events.reversed().stream().map(RuleBookTexts::of).toList(),
                caller.may("law:draft"),
                HOW.replace("EXCHANGE", visit.exchange()));
        return visit.page("rulebook/rule-drafts", "/rule-drafts", model);
    }
}
