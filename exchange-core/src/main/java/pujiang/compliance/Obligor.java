package pujiang.compliance;

/** The party responsible for a finding (义务人), as the rule names it. */
public enum Obligor {
    /** 供方; at its admission, the applicant. */
    VENDOR,
    /** 需方; where there is no buyer yet, the vendor. */
    BUYER,
    /** 交易所. */
    EXCHANGE,
    /** The party that has reported the incident on its side; the vendor if the buyer has not. */
    REPORTER
}
