package pujiang.web.trade;

import java.util.List;
import org.springframework.stereotype.Component;
import pujiang.web.page.Form;
import pujiang.web.page.Panel;

/** The reader's forms for the trade. */
@Component
final class FormsPanel implements TradePanel {

    record Model(List<Form> forms) {}

    @Override
    public List<Panel> of(TradeReading reading) {
        return List.of(new Panel(NEXT, "trade/forms-panel", new Model(reading.forms())));
    }
}
