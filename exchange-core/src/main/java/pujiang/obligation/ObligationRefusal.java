package pujiang.obligation;

import java.util.List;
import pujiang.refusal.Refusal;
import pujiang.trade.TradeId;

/** Why a request about an obligation is turned away, in order of precedence. */
public sealed interface ObligationRefusal extends Refusal {

    record Unknown(ObligationId obligation) implements ObligationRefusal {}

    /** The state does not allow the action. */
    record WrongState(ObligationId obligation, String state, String needed) implements ObligationRefusal {}

    /** What the officer has read is not the proof, or not the duty, that lies before the officers now. */
    record AnotherProof(ObligationId obligation, long read, long current) implements ObligationRefusal {}

    /** What must be met before delivery is not, and the delivery gate does not ask for it again. */
    record HoldsDelivery(TradeId trade, List<String> rules) implements ObligationRefusal {}

    /** What must be met before delivery is not known: an event of the trade could not be handled yet. */
    record NotYetKnown(TradeId trade) implements ObligationRefusal {}

    /** The copy was called back. */
    record Recalled(TradeId trade, ObligationId obligation) implements ObligationRefusal {}
}
