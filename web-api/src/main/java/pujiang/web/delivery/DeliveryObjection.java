package pujiang.web.delivery;

import java.util.Optional;
import pujiang.refusal.Refusal;
import pujiang.trade.TradeId;
import pujiang.web.trade.TradeView;

/** What may stand against a delivery before the law is asked, and against fetching what was delivered. */
public interface DeliveryObjection {

    Optional<Refusal> against(TradeView sold);

    Optional<Refusal> againstFetching(TradeId trade);
}
