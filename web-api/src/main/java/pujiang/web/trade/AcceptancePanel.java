package pujiang.web.trade;

import java.util.List;
import org.springframework.stereotype.Component;
import pujiang.app.security.Caller;
import pujiang.app.trade.TradeView;
import pujiang.trade.TradeId;
import pujiang.trade.TradeStatus;
import pujiang.web.page.Panel;

/** The way to the acceptance, which has a page of its own because it pays. */
@Component
final class AcceptancePanel implements TradePanel {

    record Model(TradeId trade) {}

    @Override
    public List<Panel> of(TradeReading reading) {
        if (!mayAccept(reading.trade(), reading.caller())) return List.of();
        return List.of(new Panel(
                TO_DO + 20, "trade/acceptance-panel", new Model(reading.trade().id())));
    }

    static boolean mayAccept(TradeView trade, Caller caller) {
        return trade.state() == TradeStatus.DELIVERED
                && caller.actsFor(trade.agreement().buyer())
                && caller.may("trade:accept");
    }
}
