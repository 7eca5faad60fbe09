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
 * What the vendor states of the product for the law to judge: {@code product.*, pi.*, public.*}, and the uses it is offered
 * for. A statement is the vendor's word; what the exchange can see for itself is not asked.
 */
public record ProductProfile(FactSheet statement) {

    /** What the exchange knows where nobody has filed an assessment: that there is none. */
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
     * What the law hears of the product on a day: the vendor's word where it needs no proof, and over it what assessors
     * have found. A source that is described is claimed to be explained; evidence makes it so (DSL art. 33).
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
