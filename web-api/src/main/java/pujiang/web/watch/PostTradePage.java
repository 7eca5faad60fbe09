package pujiang.web.watch;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import pujiang.app.decision.FindingView;
import pujiang.app.paging.Paging;
import pujiang.app.security.Caller;
import pujiang.app.watch.OpenFinding;
import pujiang.app.watch.WatchBoard;
import pujiang.app.watch.WatchUseCases;
import pujiang.app.watch.WatchUseCases.Resolving;
import pujiang.compliance.Outcome;
import pujiang.trade.TradeId;
import pujiang.web.decision.DecisionBadges;
import pujiang.web.idempotency.Idempotent;
import pujiang.web.page.Badge;
import pujiang.web.page.Listed;
import pujiang.web.page.PageController;
import pujiang.web.page.PageRequest;
import pujiang.web.product.DisplayNames;
import pujiang.web.security.Requires;
import pujiang.web.trade.TradePageModel;

/** Open post-trade findings for an officer, longest waiting first. */
@PageController
class PostTradePage {

    private final WatchBoard board;
    private final WatchUseCases useCases;
    private final TradePageModel sheet;
    private final DisplayNames displayNames;

    PostTradePage(WatchBoard board, WatchUseCases useCases, TradePageModel sheet, DisplayNames displayNames) {
        this.board = board;
        this.useCases = useCases;
        this.sheet = sheet;
        this.displayNames = displayNames;
    }

    /** @param asking the rules that ask for an officer */
    record Row(OpenFinding open, String title, String parties, Badge badge, List<FindingView> asking) {}

    record Model(Listed<Row> list) {}

    @Requires("review:decide")
    @GetMapping("/afterwards")
    ModelAndView list(Paging paging, PageRequest visit) {
        var after = paging.after().map(WatchBoard.Place::of);
        var page = paging.page(board.list(after, paging.rowsToRead()), WatchBoard.Place::of);
        var model = new Model(visit.listed(page, paging, this::row));
        return visit.page("watch/afterwards", "/afterwards", model);
    }

    /** @param decision digest of the law's answer that was read */
    @Requires("review:decide")
    @PostMapping("/trades/{trade}/afterwards/resolution")
    ModelAndView settle(
            @PathVariable TradeId trade,
            @RequestParam String decision,
            @RequestParam String ground,
            @RequestParam String evidence,
            Caller caller,
            Idempotent once,
            PageRequest visit) {
        Runnable deed = () -> useCases.resolve(trade, new Resolving(decision, ground, evidence), caller);
        return sheet.submit(WatchFormActions.SETTLE, trade, deed, caller, once, visit);
    }

    private Row row(OpenFinding open) {
        var asking = open.decision().findings().stream()
                .filter(finding -> finding.outcome() == Outcome.REQUIRE_REVIEW)
                .toList();
        return new Row(
                open,
                displayNames.of(open.product()),
                displayNames.of(open.vendor()) + " → " + displayNames.of(open.buyer()),
                DecisionBadges.of(open.decision().decision()),
                asking);
    }
}
