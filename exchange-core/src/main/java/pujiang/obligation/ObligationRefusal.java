package pujiang.obligation;

import java.util.List;
import pujiang.refusal.Refusal;
import pujiang.trade.TradeId;

/** The reasons for refusing a request about an obligation, in order of precedence. */
public sealed interface ObligationRefusal extends Refusal {

    record Unknown(ObligationId obligation) implements ObligationRefusal {}

    /** The state does not allow the action. */
    record WrongState(ObligationId obligation, String state, String needed) implements ObligationRefusal {}

    /** The officer has not read the current proof or the current obligation. */
    record AnotherProof(ObligationId obligation, long read, long current) implements ObligationRefusal {}

    /** An obligation before delivery is not met, and the delivery gate does not check it again. */
    record HoldsDelivery(TradeId trade, List<String> rules) implements ObligationRefusal {}

    /** The obligations before delivery are not known: an event of the trade could not be handled yet. */
    record NotYetKnown(TradeId trade) implements ObligationRefusal {}

    /** The copy was recalled. */
    record Recalled(TradeId trade, ObligationId obligation) implements ObligationRefusal {}
}
