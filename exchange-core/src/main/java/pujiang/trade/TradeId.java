package pujiang.trade;

import pujiang.refusal.Identifiers;

/** The name of a trade, chosen when it is created. */
public record TradeId(String value) {

    public TradeId {
        Identifiers.check("trade", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
