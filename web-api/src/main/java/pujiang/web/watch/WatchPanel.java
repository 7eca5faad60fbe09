package pujiang.web.watch;

import java.util.List;
import org.springframework.stereotype.Component;
import pujiang.app.watch.IncidentView;
import pujiang.app.watch.PostTradeResolution;
import pujiang.app.watch.PurposeView;
import pujiang.app.watch.WatchHistory;
import pujiang.web.decision.DecisionSummary;
import pujiang.web.page.Panel;
import pujiang.web.trade.TradePanel;
import pujiang.web.trade.TradeReading;

/** Post-trade reports, decisions and resolutions of a trade. */
@Component
final class WatchPanel implements TradePanel {

    private final WatchHistory history;

    WatchPanel(WatchHistory history) {
        this.history = history;
    }

    /** Resolutions and answers: the newest first. */
    record Model(
            List<IncidentView> incidents,
            List<PurposeView> purposes,
            List<PostTradeResolution> resolutions,
            List<DecisionSummary> answers) {}

    @Override
    public List<Panel> of(TradeReading reading) {
        var trade = reading.trade();
        var answers =
                history.decisions(trade.id(), trade.reader(reading.caller())).reversed();
        var model = new Model(
                history.incidents(trade.id()),
                history.purposes(trade.id()),
                history.resolutions(trade, reading.caller()).reversed(),
                answers.stream().map(DecisionSummary::of).toList());
        return List.of(new Panel(AFTERWARDS + 10, "watch/trade-panel", model));
    }
}
