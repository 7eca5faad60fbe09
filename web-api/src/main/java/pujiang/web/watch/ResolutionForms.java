package pujiang.web.watch;

import java.util.List;
import org.springframework.stereotype.Component;
import pujiang.app.security.Caller;
import pujiang.app.trade.TradeView;
import pujiang.app.watch.OpenFinding;
import pujiang.app.watch.WatchBoard;
import pujiang.web.page.Field;
import pujiang.web.page.Form;
import pujiang.web.page.PageRequest;
import pujiang.web.trade.TradeForms;

/** Forms of an officer for open post-trade findings. */
@Component
final class ResolutionForms implements TradeForms {

    private final WatchBoard board;

    ResolutionForms(WatchBoard board) {
        this.board = board;
    }

    @Override
    public int rank() {
        return 20;
    }

    @Override
    public List<Form> of(TradeView trade, Caller caller, PageRequest visit) {
        if (!caller.staff() || !caller.may("review:decide")) return List.of();
        return board.open(trade.id()).map(open -> settle(open, trade, visit)).stream()
                .toList();
    }

    /** It says which answer was read, so that nobody resolves what has come since. */
    private static Form settle(OpenFinding open, TradeView trade, PageRequest visit) {
        return visit.form(
                WatchFormActions.SETTLE,
                TradeForms.address(trade) + "/afterwards",
                Field.hidden("decision", open.decision().digest()),
                Field.area("ground"),
                Field.line("evidence"));
    }
}
