package pujiang.web.trade;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import pujiang.app.security.Caller;
import pujiang.app.trade.TradeView;
import pujiang.trade.TradeCommand.Resolution;
import pujiang.trade.TradeStatus;
import pujiang.web.decision.UseFields;
import pujiang.web.page.Field;
import pujiang.web.page.Form;
import pujiang.web.page.FormAction;
import pujiang.web.page.PageRequest;

/** Forms of the buyer for its trade, and of the operator between the parties. */
@Component
final class PartyForms implements TradeForms {

    @Override
    public int rank() {
        return 50;
    }

    @Override
    public List<Form> of(TradeView trade, Caller caller, PageRequest visit) {
        var forms = new ArrayList<Form>();
        if (caller.staff() && trade.state() == TradeStatus.DISPUTED && caller.may("dispute:resolve")) {
            forms.add(resolve(TradeFormActions.REFUND, Resolution.REFUND_BUYER, trade, visit));
            forms.add(resolve(TradeFormActions.PAY, Resolution.PAY_VENDOR, trade, visit));
        }
        if (caller.actsFor(trade.agreement().buyer())) asBuyer(trade, caller, visit, forms);
        return forms;
    }

    private static Form resolve(FormAction act, Resolution resolution, TradeView trade, PageRequest visit) {
        var address = TradeForms.address(trade);
        return visit.form(act, address, Field.hidden("resolution", resolution), Field.area("ground"));
    }

    private static void asBuyer(TradeView trade, Caller caller, PageRequest visit, List<Form> forms) {
        var address = TradeForms.address(trade);
        if (trade.state() == TradeStatus.DELIVERED && caller.may("trade:accept")) {
            forms.add(visit.form(TradeFormActions.DISPUTE, address, Field.area("reason")));
        }
        if (!caller.may("trade:order")) return;
        if (TradeForms.held(trade)) state(trade, visit, forms);
        if (trade.state() == TradeStatus.REQUESTED || trade.state() == TradeStatus.AGREED) {
            forms.add(visit.form(TradeFormActions.CANCEL, address, Field.area("reason")));
        }
    }

    /** What the buyer has not said of its use yet: the law may wait for just that. */
    private static void state(TradeView trade, PageRequest visit, List<Form> forms) {
        var unsaid = UseFields.beyond(trade.agreement().use().facts(), visit.reader());
        if (unsaid.isEmpty()) return;
        forms.add(visit.form(TradeFormActions.STATE, TradeForms.address(trade), unsaid.toArray(Field[]::new)));
    }
}
