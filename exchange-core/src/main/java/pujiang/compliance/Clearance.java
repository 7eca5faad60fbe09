package pujiang.compliance;

import java.util.Optional;

/**
 * Proof that a gate was passed. It comes from an allowing decision or from an officer's approval. A receipt requires
 * one.
 *
 * @param lifting the officer's approval, where the rules alone did not allow it
 */
public record Clearance(String decisionDigest, String ruleBook, Optional<Lifting> lifting) {

    static Clearance by(Decision decision) {
        return new Clearance(decision.digest(), decision.ruleBook(), Optional.empty());
    }

    /**
     * Approves a held exchange by an officer. INVARIANT: a denial cannot be approved.
     *
     * @throws IllegalArgumentException if the decision does not require an officer
     */
    public static Clearance lifted(Decision decision, Lifting lifting) {
        if (decision.verdict() != Verdict.REQUIRE_REVIEW) {
            throw new IllegalArgumentException("only a review can be lifted, not " + decision.verdict());
        }
        return new Clearance(decision.digest(), decision.ruleBook(), Optional.of(lifting));
    }

    /**
     * An officer's recorded ground.
     *
     * @param ground the reason, as the officer wrote it
     * @param evidence where the evidence can be found
     */
    public record Lifting(String officer, String ground, String evidence) {}
}
