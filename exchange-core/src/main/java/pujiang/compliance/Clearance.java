package pujiang.compliance;

import java.util.Optional;

/**
 * Proof that a gate was passed: only an allowing decision, or an officer who lifts a review, makes one. A receipt cannot
 * be asked for without it.
 *
 * @param lifting who let it pass where the law alone did not
 */
public record Clearance(String decisionDigest, String ruleBook, Optional<Lifting> lifting) {

    static Clearance by(Decision decision) {
        return new Clearance(decision.digest(), decision.ruleBook(), Optional.empty());
    }

    /**
     * An officer lets a held exchange pass. INVARIANT: nobody lifts a denial.
     *
     * @throws IllegalArgumentException if the decision does not wait for an officer
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
     * @param ground the reason in the officer's words
     * @param evidence where the evidence can be found
     */
    public record Lifting(String officer, String ground, String evidence) {}
}
