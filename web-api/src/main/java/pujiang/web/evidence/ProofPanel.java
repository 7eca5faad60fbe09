package pujiang.web.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pujiang.app.trade.TradeHistory;
import pujiang.app.trade.TradeView;
import pujiang.trade.Attestation;
import pujiang.web.page.Panel;
import pujiang.web.trade.TradePanel;
import pujiang.web.trade.TradeReading;

/** The deliveries of a trade, with the signed statements. */
@Component
final class ProofPanel implements TradePanel {

    private final TradeHistory history;

    ProofPanel(TradeHistory history) {
        this.history = history;
    }

    record Model(TradeView trade, @Nullable Attestation receipt, @Nullable Attestation certificate) {}

    @Override
    public List<Panel> of(TradeReading reading) {
        var trade = reading.trade();
        var receipt = history.receipt(trade.id()).orElse(null);
        if (trade.content() == null && receipt == null) return List.of();
        var model = new Model(trade, receipt, history.certificate(trade.id()).orElse(null));
        return List.of(new Panel(AGREED + 20, "evidence/trade-panel", model));
    }
}
