package pujiang.compliance;

/** Where a fact came from. */
public enum FactSource {
    /** The provider's word: of itself, of its product, or of one recipient. */
    VENDOR,
    /** The recipient's word: of itself, or of the use it will make. */
    BUYER,
    /** A document that somebody of the exchange has filed: see {@link Assessment}. */
    ASSESSMENT,
    /** A document that a party has shown because an officer asked for it in a review. */
    DOCUMENT,
    /** Added up by the exchange over the trades. */
    COUNTER,
    /** What the exchange itself does, keeps, or has seen. */
    EXCHANGE
}
