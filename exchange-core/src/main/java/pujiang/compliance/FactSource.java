package pujiang.compliance;

/** The source of a fact. */
public enum FactSource {
    /** The vendor's statement about itself, its product or one recipient. */
    VENDOR,
    /** The buyer's statement about itself or its use of the data. */
    BUYER,
    /** A document that staff of the exchange have filed: see {@link Assessment}. */
    ASSESSMENT,
    /** A document that a party has submitted at an officer's request in a review. */
    DOCUMENT,
    /** Counted by the exchange over the trades. */
    COUNTER,
    /** The exchange's own practice, records and observations. */
    EXCHANGE
}
