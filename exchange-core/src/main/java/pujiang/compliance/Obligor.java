package pujiang.compliance;

/** Who bears what a rule finds (义务人), as the rule itself names it. */
public enum Obligor {
    /** 供方; at its admission, the applicant. */
    VENDOR,
    /** 需方; where there is no buyer yet, the vendor. */
    BUYER,
    /** 交易所. */
    EXCHANGE,
    /** The side that has reported the incident as its own; the vendor where the buyer has not. */
    REPORTER
}
