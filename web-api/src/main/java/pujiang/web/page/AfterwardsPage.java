package pujiang.web.page;

import java.util.HashMap;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import pujiang.app.decision.FindingView;
import pujiang.app.paging.Paging;
import pujiang.app.watch.OpenAnswer;
import pujiang.app.watch.WatchBoard;
import pujiang.compliance.Outcome;
import pujiang.web.security.Requires;

/** What the law has left to an officer after trades, the longest waiting first. */
@Controller
class AfterwardsPage {

    private final WatchBoard board;
    private final Names names;

    AfterwardsPage(WatchBoard board, Names names) {
        this.board = board;
        this.names = names;
    }

    /** @param asking the rules that ask for an officer */
    record Row(OpenAnswer open, String title, String parties, Badge badge, List<FindingView> asking) {}

    @Requires("review:decide")
    @GetMapping("/afterwards")
    ModelAndView list(Paging paging, Visit visit) {
        var after = paging.after().map(WatchBoard.Place::of);
        var page = paging.page(board.list(after, paging.rowsToRead()), WatchBoard.Place::of);
        var model = new HashMap<String, Object>();
        model.put("rows", page.items().stream().map(this::row).toList());
        model.put("continued", paging.after().isPresent());
        var next = visit.next(page.next());
        if (next != null) model.put("next", next);
        return visit.page("afterwards", "/afterwards", model);
    }

    private Row row(OpenAnswer open) {
        var asking = open.decision().findings().stream()
                .filter(finding -> finding.outcome() == Outcome.REQUIRE_REVIEW)
                .toList();
        return new Row(
                open,
                names.of(open.product()),
                names.of(open.vendor()) + " → " + names.of(open.buyer()),
                Badge.of(open.decision().decision()),
                asking);
    }
}
