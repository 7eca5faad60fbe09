package pujiang.compliance;

/** The requirement of a rule that fires, weakest first. */
public enum Outcome {
    /** An exemption: makes another rule not apply and requires nothing itself. */
    RELIEF,
    NOTICE,
    /** An obligation to be met before delivery; open at the delivery gate it blocks. */
    OBLIGATION,
    /** A compliance officer must review, and only an officer may approve. */
    REQUIRE_REVIEW,
    /** Cannot be approved; only changed facts remove it. */
    DENY
}
