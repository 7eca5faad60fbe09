package pujiang.trade;

import java.util.List;
import java.util.Optional;
import pujiang.refusal.Refusal;

/** Objections to a delivery that the rules or an officer would allow. */
@FunctionalInterface
public interface DeliveryObjection {

    /** @param owed rules that the order found to be met before delivery */
    Optional<Refusal> against(TradeId trade, List<String> owed);
}
