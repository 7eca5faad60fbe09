package pujiang.web.delivery;

import java.util.Optional;
import pujiang.refusal.Refusal;
import pujiang.web.trade.TradeView;

/** What may stand against a delivery before the law is asked. */
public interface DeliveryObjection {

    Optional<Refusal> against(TradeView sold);
}
