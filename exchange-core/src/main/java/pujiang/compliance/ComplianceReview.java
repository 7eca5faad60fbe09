package pujiang.compliance;

/**
 * Evaluates the rules. Same question and rule book: same answer. A failing engine answers REQUIRE_REVIEW, never ALLOW.
 */
@FunctionalInterface
public interface ComplianceReview {

    Decision review(ProposedExchange question);

    /** The traits that a decision would carry, without evaluating the rules. */
    default Traits traits(ProposedExchange question) {
        return review(question).traits();
    }
}
