package pujiang.compliance;

import pujiang.compliance.ContractFacts.Signature;

/**
 * The exchange's statement about itself. It applies at every gate and overrides statements of parties. The operator is
 * responsible for the first five values. The sixth follows from the wiring of the program. The program ensures the
 * values that {@link #facts} adds.
 *
 * @param logRetentionMonths how long network logs are kept (CSL art. 23)
 * @param tradeRetentionYears how long the data folder or database is kept after a trade is completed (DSL art. 33)
 * @param provideRetentionYears how long the record of each provision is kept (NDSR art. 12)
 * @param large whether the exchange is a large platform (PIPL art. 58)
 * @param largeDutiesMet whether it then has its supervisory body, rules and yearly report
 * @param channelsApproved whether data leaves only through delivery channels that the exchange controls
 */
public record ExchangeStatement(
        long logRetentionMonths,
        long tradeRetentionYears,
        long provideRetentionYears,
        boolean large,
        boolean largeDutiesMet,
        boolean channelsApproved) {

    /** Below the operator's values, each line has a comment on how the program ensures it. */
    public FactSheet facts(Gate gate) {
        var known = FactSheet.empty()
                .with(ExchangeFacts.LOG_RETENTION_MONTHS, logRetentionMonths)
                .with(ExchangeFacts.RECORD_TRADE_RETENTION_YEARS, tradeRetentionYears)
                .with(ExchangeFacts.RECORD_PROVIDE_RETENTION_YEARS, provideRetentionYears)
                .with(ExchangeFacts.PLATFORM_IS_LARGE, large)
                .with(ExchangeFacts.PLATFORM_LARGE_DUTIES_MET, largeDutiesMet)
                // Receipts and checkpoints carry SM2 over SM3. That the keys lie in files, not in a certified module,
                // and
                // the grade of the operator's systems under the multi-level protection scheme, are not looked at.
                .with(ExchangeFacts.CRYPTO_COMPLIANT, true)
                // Every decision is stored whole inside the event it led to, and no event is ever changed or removed.
                .with(ExchangeFacts.RECORD_AUDIT_KEPT, true)
                // A trade is its events, from order to certificate. Its receipt is a leaf of an append-only log.
                .with(TradeFacts.TRACEABLE, true)
                // A trade refuses every delivery for which no channel is wired.
                .with(ExchangeFacts.SDE_DELIVERY_CHANNEL_APPROVED, channelsApproved)
                // Parties conclude by signing in to personal accounts, under the exchange's rules: a test
                // of their own choosing (Electronic Signature Law art. 13(2)), not a licensed authority's certificate.
                .with(ContractFacts.SIGNATURE, Signature.AGREED);
        // Completed, settled and certified are one transaction, so after a trade all three can be checked.
        return gate == Gate.POST ? known.with(ExchangeFacts.SDE_SETTLED_AND_CERTIFIED, true) : known;
    }

    /** Adds this statement to each question. Facts without another source come from the exchange. */
    public ComplianceReview before(ComplianceReview law) {
        return new ComplianceReview() {

            @Override
            public Decision review(ProposedExchange question) {
                return law.review(question.given(
                        question.facts().and(facts(question.gate())).from(FactSource.EXCHANGE)));
            }

            // The exchange's statements about itself do not change the traits of the data.
            @Override
            public Traits traits(ProposedExchange question) {
                return law.traits(question);
            }
        };
    }
}
