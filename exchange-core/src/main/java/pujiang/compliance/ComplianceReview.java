package pujiang.compliance;

/** Asks the law. Same question, same rule book: same answer. An engine that fails answers REQUIRE_REVIEW, never ALLOW. */
@FunctionalInterface
public interface ComplianceReview {

    Decision review(ProposedExchange question);

    /** What the law calls the exchange, where nothing is judged yet: the traits that its decision would carry. */
    default Traits traits(ProposedExchange question) {
        return review(question).traits();
    }
}
