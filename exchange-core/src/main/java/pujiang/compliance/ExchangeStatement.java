package pujiang.compliance;

import pujiang.compliance.ContractFacts.Signature;

/**
 * What the exchange says of itself, at every gate and over whatever a party states. The first five the operator answers for;
 * the sixth follows from how the program is wired, and for what {@link #facts} adds the program answers.
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

    /** Each line below the operator's has the guarantee that stands behind it. */
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
                // A trade is its events, from order to certificate, and its receipt is a leaf of a log nobody can
                // rewrite.
                .with(TradeFacts.TRACEABLE, true)
                // A trade refuses every delivery for which no channel is wired.
                .with(ExchangeFacts.SDE_DELIVERY_CHANNEL_APPROVED, channelsApproved)
                // Parties conclude by signing in to accounts that are theirs alone, under the exchange's rules: a test
                // of their own choosing (Electronic Signature Law art. 13(2)), not a licensed authority's certificate.
                .with(ContractFacts.SIGNATURE, Signature.AGREED);
        // Completed, settled and certified are one transaction, so what can be looked at after a trade is all three.
        return gate == Gate.POST ? known.with(ExchangeFacts.SDE_SETTLED_AND_CERTIFIED, true) : known;
    }

    /** The law, asked with this statement joined in. What has no other source is the exchange's own knowledge. */
    public ComplianceReview before(ComplianceReview law) {
        return new ComplianceReview() {

            @Override
            public Decision review(ProposedExchange question) {
                return law.review(question.given(
                        question.facts().and(facts(question.gate())).from(FactSource.EXCHANGE)));
            }

            // Nothing that the exchange states about itself changes what the data is.
            @Override
            public Traits traits(ProposedExchange question) {
                return law.traits(question);
            }
        };
    }
}
