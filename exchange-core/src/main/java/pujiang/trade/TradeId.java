package pujiang.trade;

import pujiang.refusal.Identifiers;

/** The name of a trade, given by whoever created it. */
public record TradeId(String value) {

    public TradeId {
        Identifiers.check("trade", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
