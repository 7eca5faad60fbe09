package pujiang.web.trade;

import java.util.List;
import org.springframework.stereotype.Component;
import pujiang.trade.Agreement;
import pujiang.web.decision.Stated;
import pujiang.web.page.Panel;
import pujiang.web.product.Names;

/** Who has agreed with whom on what. */
@Component
final class AgreementPanel implements TradePanel {

    private final Names names;

    AgreementPanel(Names names) {
        this.names = names;
    }

    /** @param used what the buyer has stated of its use */
    record Model(Agreement agreement, String title, String vendor, String buyer, List<Stated> used) {}

    @Override
    public List<Panel> of(TradeReading reading) {
        var agreement = reading.trade().agreement();
        var model = new Model(
                agreement,
                names.of(agreement.product()),
                names.of(agreement.vendor()),
                names.of(agreement.buyer()),
                Stated.of(agreement.use().facts()));
        return List.of(new Panel(AGREED, "trade/agreement-panel", model));
    }
}
