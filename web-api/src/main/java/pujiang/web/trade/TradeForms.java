package pujiang.web.trade;

import java.util.List;
import pujiang.app.security.Caller;
import pujiang.app.trade.TradeView;
import pujiang.web.page.Form;
import pujiang.web.page.PageRequest;

/** A feature's forms of a caller for a trade. The permission is checked again when a form is sent. */
public interface TradeForms {

    /** Where they stand among those of other features. */
    int rank();

    List<Form> of(TradeView trade, Caller caller, PageRequest visit);

    static String address(TradeView trade) {
        return "/trades/" + trade.id();
    }

    /** Whether an officer must look. */
    static boolean held(TradeView trade) {
        return trade.state().isHeld();
    }
}
