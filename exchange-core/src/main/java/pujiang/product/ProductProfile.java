package pujiang.product;

import java.time.LocalDate;
import pujiang.compliance.Assessments;
import pujiang.compliance.ExchangeFacts;
import pujiang.compliance.ExchangeFacts.ComplianceAssessment;
import pujiang.compliance.FactProvenance;
import pujiang.compliance.FactSheet;
import pujiang.compliance.FactSource;
import pujiang.compliance.ProductFacts;
import pujiang.compliance.StatementChannel;
import pujiang.refusal.Invalid;

/**
 * The vendor's statement about the product, used by the rules: {@code product.*, pi.*, public.*}, and the permitted
 * uses. Facts that the exchange can observe are not requested.
 */
public record ProductProfile(FactSheet statement) {

    /** Without an assessment the exchange knows that there is none. */
    private static final FactSheet NOT_ASSESSED = FactSheet.empty()
            .with(ExchangeFacts.SDE_COMPLIANCE_ASSESSMENT, ComplianceAssessment.NONE)
            .with(ExchangeFacts.SDE_QUALITY_ASSESSMENT, false);

    public ProductProfile {
        if (!statement.without(ProductFacts.SOURCE_EXPLAINED).equals(statement)) {
            throw Invalid.inside(
                    "profile",
                    ProductFacts.SOURCE_EXPLAINED.name(),
                    "fact.not-yours",
                    "follows from description.source and is not stated");
        }
        FactProvenance.check("profile", statement, StatementChannel.PROFILE);
    }

    /**
     * The facts about the product for the rules on a day: the vendor's statements that need no proof, overridden by
     * assessments. A described source is only a claim; evidence proves it (DSL art. 33).
     */
    public FactSheet facts(ProductDescription description, Assessments assessments, LocalDate on) {
        var claims = statement.with(
                ProductFacts.SOURCE_EXPLAINED, !description.source().isBlank());
        return FactProvenance.heard(claims)
                .from(FactSource.VENDOR)
                .and(NOT_ASSESSED)
                .and(assessments.facts(on));
    }
}
