package pujiang.compliance;

/**
 * A legal category of an exchange, independent of findings. It is determined with the rules and stored in the decision.
 * Code that acts on a decision reads the trait and never interprets the facts again.
 */
public enum Trait {
    /** 个人信息; undecided unless it is shown that the data is not personal (PIPL arts. 4, 73). */
    PERSONAL_INFORMATION,
    /** 敏感个人信息 by its kind or by the person's age, where it is personal information (PIPL art. 28). */
    SENSITIVE,
    /** Of a minor 未成年人, where it is personal information. */
    OF_MINORS,
    /** 重要数据, however its vendor has graded it (DSL art. 21; NDSR art. 29). */
    IMPORTANT_DATA,
    /** Declared or suspected to be important data, before an authority has decided (NDSR art. 29). */
    PERHAPS_IMPORTANT,
    /** 出境. */
    CROSSES_THE_BORDER,
    /** 公共数据授权运营. */
    AUTHORISED_OPERATION
}
