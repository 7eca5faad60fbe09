package pujiang.compliance;

/**
 * What the law calls an exchange, whatever a rule finds. It is decided where the rules are and travels inside the decision:
 * who acts on a decision asks for the trait, and never interprets the facts again.
 */
public enum Trait {
    /** 个人信息; undecided where nobody has shown that it is none (PIPL arts. 4, 73). */
    PERSONAL_INFORMATION,
    /** 敏感个人信息 by its kind or by a person's age, where it is personal information (PIPL art. 28). */
    SENSITIVE,
    /** Of a minor 未成年人, where it is personal information. */
    OF_MINORS,
    /** 重要数据, however its vendor has graded it (DSL art. 21; NDSR art. 29). */
    IMPORTANT_DATA,
    /** Declared or suspected to be important data, and not decided by an authority yet (NDSR art. 29). */
    PERHAPS_IMPORTANT,
    /** 出境. */
    CROSSES_THE_BORDER,
    /** 公共数据授权运营. */
    AUTHORISED_OPERATION
}
