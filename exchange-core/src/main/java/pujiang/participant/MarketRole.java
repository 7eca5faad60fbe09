package pujiang.participant;

/** The role of a participant on the exchange; one may have both. */
public enum MarketRole {
    /** 数据供方. */
    VENDOR,
    /** 数据需方. */
    BUYER
}
