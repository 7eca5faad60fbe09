package pujiang.web.settlement;

import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pujiang.app.trade.TradeHistory;
import pujiang.trade.Payout;
import pujiang.trade.TradeStatus;
import pujiang.web.page.Panel;
import pujiang.web.trade.TradePanel;
import pujiang.web.trade.TradeReading;

/** The price of a trade, the place of the money, and its division. */
@Component
final class MoneyPanel implements TradePanel {

    private final TradeHistory history;

    MoneyPanel(TradeHistory history) {
        this.history = history;
    }

    /** @param payout null before the price was divided */
    record Model(Money price, boolean reserved, boolean refunded, @Nullable Payout payout) {}

    @Override
    public List<Panel> of(TradeReading reading) {
        var trade = reading.trade();
        var agreed = reading.happened("trade.agreed");
        var model = new Model(
                trade.agreement().price(),
                agreed && trade.outcome() == null,
                agreed && trade.state() == TradeStatus.TERMINATED,
                history.payout(trade.id()).orElse(null));
        return List.of(new Panel(AGREED + 10, "settlement/trade-panel", model));
    }
}
