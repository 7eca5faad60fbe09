package pujiang.compliance;

/** The decision at a gate, weakest first. */
public enum Verdict {
    ALLOW,
    ALLOW_WITH_OBLIGATIONS,
    REQUIRE_REVIEW,
    DENY
}
