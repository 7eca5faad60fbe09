package pujiang.web.trade;

import java.util.List;
import pujiang.app.security.Caller;
import pujiang.app.trade.TradeView;
import pujiang.web.page.Form;
import pujiang.web.page.PageRequest;

/** What of a feature a caller can do to a trade as it stands. That it may is judged once more when it does. */
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
