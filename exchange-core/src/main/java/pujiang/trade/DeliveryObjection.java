package pujiang.trade;

import java.util.List;
import java.util.Optional;
import pujiang.refusal.Refusal;

/** What may stand against a delivery that the law, or an officer, would let pass. */
@FunctionalInterface
public interface DeliveryObjection {

    /** @param owed rules that the order found to be met before delivery */
    Optional<Refusal> against(TradeId trade, List<String> owed);
}
