package pujiang.participant;

/** What a participant does on the exchange; one may do both. */
public enum MarketRole {
    /** 数据供方. */
    VENDOR,
    /** 数据需方. */
    BUYER
}
