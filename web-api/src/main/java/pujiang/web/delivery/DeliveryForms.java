package pujiang.web.delivery;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import pujiang.app.delivery.Downloads;
import pujiang.app.security.Caller;
import pujiang.app.trade.TradeView;
import pujiang.trade.TradeStatus;
import pujiang.web.page.Field;
import pujiang.web.page.Form;
import pujiang.web.page.PageRequest;
import pujiang.web.trade.TradeForms;

/** Forms of the buyer's download and the vendor's delivery. */
@Component
final class DeliveryForms implements TradeForms {

    private final Downloads downloads;
    private final UploadedFiles uploads;

    DeliveryForms(Downloads downloads, UploadedFiles uploads) {
        this.downloads = downloads;
        this.uploads = uploads;
    }

    @Override
    public int rank() {
        return 40;
    }

    @Override
    public List<Form> of(TradeView trade, Caller caller, PageRequest visit) {
        var forms = new ArrayList<Form>();
        var address = TradeForms.address(trade);
        var fetches = caller.actsFor(trade.agreement().buyer()) && caller.may("trade:download");
        if (fetches && downloads.isFetchable(trade.id())) forms.add(visit.form(DeliveryFormActions.DOWNLOAD, address));
        if (!mayDeliver(trade, caller)) return forms;
        var choices = uploads.of(caller, visit.reader());
        if (!choices.isEmpty()) {
            var chosen = Field.choice("sha256", choices);
            forms.add(visit.form(DeliveryFormActions.DELIVER, address, chosen, Field.lineAtWill("name")));
        }
        return forms;
    }

    static boolean mayDeliver(TradeView trade, Caller caller) {
        return caller.actsFor(trade.agreement().vendor())
                && caller.may("trade:deliver")
                && trade.state() == TradeStatus.AGREED;
    }
}
