package pujiang.compliance;

import java.util.List;

/** The steps at which facts enter the exchange. */
public enum StatementChannel {
    SELLER_STATEMENT(
            FactSource.VENDOR, "a participant of itself as a provider, for its admission and when papers change"),
    BUYER_STATEMENT(
            FactSource.BUYER, "a participant of itself as a recipient, for its admission and when papers change"),
    BUSINESS(FactSource.VENDOR, "an applicant of the data it deals in; asked at its admission only"),
    USE(FactSource.BUYER, "the buyer of the use it will make, with the quote or the order"),
    PROFILE(FactSource.VENDOR, "the vendor of its product, with the registration"),
    RECIPIENT(FactSource.VENDOR, "the vendor about providing the product to one buyer, with evidence"),
    PRODUCT_ASSESSMENT(FactSource.ASSESSMENT, "an officer or operator from a document about the product, for a time"),
    PARTICIPANT_ASSESSMENT(
            FactSource.ASSESSMENT, "an officer or operator from a document about the participant, for a time"),
    COUNT(FactSource.COUNTER, "the exchange, from its counters"),
    OWN(FactSource.EXCHANGE, "the exchange, from what it does and keeps"),
    /** Used only after a trade, and stated from the register of reports since its delivery. */
    AFTERWARDS(
            FactSource.EXCHANGE,
            "the exchange, of a trade: that nothing was reported; else the newest report of a party (VENDOR, BUYER) or"
                    + " of the operator");

    private final FactSource source;
    private final String meaning;

    StatementChannel(FactSource source, String meaning) {
        this.source = source;
        this.meaning = meaning;
    }

    public FactSource source() {
        return source;
    }

    /** The party, its subject and the time of the statement, for the page of the facts. */
    public String meaning() {
        return meaning;
    }

    /** Whether documents accompany the statement, so that it is more than a claim. */
    boolean evidenced() {
        return List.of(RECIPIENT, PRODUCT_ASSESSMENT, PARTICIPANT_ASSESSMENT).contains(this);
    }
}
