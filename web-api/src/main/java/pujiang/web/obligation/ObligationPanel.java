package pujiang.web.obligation;

import java.util.List;
import org.springframework.stereotype.Component;
import pujiang.app.obligation.ObligationBoard;
import pujiang.app.parked.ParkedEventBoard;
import pujiang.web.page.Panel;
import pujiang.web.trade.TradePanel;
import pujiang.web.trade.TradeReading;

/** Obligations of a trade, and whether some may still be missing here. */
@Component
final class ObligationPanel implements TradePanel {

    private final ObligationBoard board;
    private final ParkedEventBoard parked;
    private final ObligationLabels words;

    ObligationPanel(ObligationBoard board, ParkedEventBoard parked, ObligationLabels words) {
        this.board = board;
        this.parked = parked;
        this.words = words;
    }

    /** @param awaits whether an event waits of which obligations may come */
    record Model(boolean awaits, List<ObligationLabels.Row> rows) {}

    @Override
    public List<Panel> of(TradeReading reading) {
        var trade = reading.trade().id();
        var rows = board.of(trade).stream().map(words::row).toList();
        return List.of(new Panel(AFTERWARDS, "obligation/trade-panel", new Model(parked.awaits(trade), rows)));
    }
}
