package pujiang.compliance;

/** Asks the law. Same question, same rule book: same answer. An engine that fails answers REQUIRE_REVIEW, never ALLOW. */
@FunctionalInterface
public interface ComplianceReview {

    Decision review(ProposedExchange question);
}
