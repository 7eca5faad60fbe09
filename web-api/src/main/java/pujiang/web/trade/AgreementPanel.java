package pujiang.web.trade;

import java.util.List;
import org.springframework.stereotype.Component;
import pujiang.trade.Agreement;
import pujiang.web.decision.StatedFact;
import pujiang.web.page.Panel;
import pujiang.web.product.DisplayNames;

/** The parties and the terms of the agreement. */
@Component
final class AgreementPanel implements TradePanel {

    private final DisplayNames displayNames;

    AgreementPanel(DisplayNames displayNames) {
        this.displayNames = displayNames;
    }

    /** @param used what the buyer has stated of its use */
    record Model(Agreement agreement, String title, String vendor, String buyer, List<StatedFact> used) {}

    @Override
    public List<Panel> of(TradeReading reading) {
        var agreement = reading.trade().agreement();
        var model = new Model(
                agreement,
                displayNames.of(agreement.product()),
                displayNames.of(agreement.vendor()),
                displayNames.of(agreement.buyer()),
                StatedFact.of(agreement.use().facts()));
        return List.of(new Panel(AGREED, "trade/agreement-panel", model));
    }
}
