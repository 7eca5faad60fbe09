package pujiang.web.trade;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import pujiang.app.history.HistoryEntry;
import pujiang.app.history.HistoryEvent;
import pujiang.app.security.Caller;
import pujiang.app.trade.TradeAccess;
import pujiang.app.trade.TradeHistory;
import pujiang.app.trade.TradeView;
import pujiang.trade.TradeId;
import pujiang.trade.TradeStatus;
import pujiang.web.idempotency.Idempotent;
import pujiang.web.page.Badge;
import pujiang.web.page.Form;
import pujiang.web.page.FormAction;
import pujiang.web.page.PageRequest;
import pujiang.web.page.Panel;
import pujiang.web.page.TimelineEntry;
import pujiang.web.product.DisplayNames;

/** One trade on one page: its progress, the panels of the features, and its history. */
@Component
public class TradePageModel {

    private final TradeAccess access;
    private final TradeHistory history;
    private final AllTradeForms forms;
    private final List<TradePanel> panels;
    private final DisplayNames displayNames;

    TradePageModel(
            TradeAccess access,
            TradeHistory history,
            AllTradeForms forms,
            List<TradePanel> panels,
            DisplayNames displayNames) {
        this.access = access;
        this.history = history;
        this.forms = forms;
        this.panels = panels;
        this.displayNames = displayNames;
    }

    record Model(
            TradeView trade,
            Badge badge,
            String title,
            List<ProgressStep> steps,
            List<Panel> panels,
            List<TimelineEntry> events) {}

    public ModelAndView show(TradeId id, Caller caller, PageRequest visit) {
        var trade = access.visible(id, caller);
        var happened = history.happened(trade, caller);
        var events = happened.stream().map(HistoryEvent::entry).toList();
        var reading = new TradeReading(trade, events, forms.of(trade, caller, visit), caller, visit);
        var model = new Model(
                trade,
                TradeBadges.of(trade),
                displayNames.of(trade.agreement().product()),
                steps(trade, events),
                panels(reading),
                happened.stream().map(TradeTexts::of).toList());
        return visit.page("trade/trade", TradeForms.address(trade), model);
    }

    /** Does what a form of the trade's page asks, and shows the page again. */
    public ModelAndView submit(
            FormAction act, TradeId trade, Runnable deed, Caller caller, Idempotent once, PageRequest visit) {
        return visit.submit(act, once, "/trades/" + trade, deed, () -> show(trade, caller, visit));
    }

    private static List<ProgressStep> steps(TradeView trade, List<HistoryEntry> events) {
        var happened = events.stream().map(HistoryEntry::name).collect(Collectors.toSet());
        return ProgressStep.of(happened, trade.state() == TradeStatus.TERMINATED);
    }

    private List<Panel> panels(TradeReading reading) {
        return panels.stream()
                .flatMap(feature -> feature.of(reading).stream())
                .sorted(Comparator.comparingInt(Panel::rank))
                .toList();
    }

    record Acceptance(TradeView trade, String product, String vendor, Form form) {}

    /** What accepting does, for whoever may. */
    ModelAndView acceptance(TradeId id, Caller caller, PageRequest visit) {
        var trade = access.visible(id, caller);
        var address = TradeForms.address(trade);
        if (!AcceptancePanel.mayAccept(trade, caller)) return PageRequest.seeOther(address);
        var model = new Acceptance(
                trade,
                displayNames.of(trade.agreement().product()),
                displayNames.of(trade.agreement().vendor()),
                visit.form(TradeFormActions.ACCEPT, address));
        return visit.page("trade/acceptance", address, model);
    }
}
