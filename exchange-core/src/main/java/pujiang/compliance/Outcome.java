package pujiang.compliance;

/** What a rule that fires asks for, weakest first. */
public enum Outcome {
    /** Lifts another rule; carries no demand of its own. */
    RELIEF,
    NOTICE,
    /** A duty to be met before delivery; open at the delivery gate it blocks. */
    OBLIGATION,
    /** A compliance officer must look; only an officer may lift it. */
    REQUIRE_REVIEW,
    /** Nobody lifts it; only other facts can. */
    DENY
}
