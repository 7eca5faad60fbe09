package pujiang.product;

import java.util.List;
import pujiang.compliance.FactSheet;
import pujiang.compliance.ProductFacts;
import pujiang.refusal.Invalid;

/**
 * What the vendor states of the product for the law to judge: facts of the groups {@code product}, {@code pi} and
 * {@code public}. A statement is the vendor's word; what the exchange can see for itself is not asked.
 */
public record ProductProfile(FactSheet statement) {

    private static final List<String> GROUPS = List.of("product", "pi", "public");

    public ProductProfile {
        if (!statement.only(GROUPS).equals(statement)) {
            var foreign = statement.stated().keySet().stream()
                    .filter(name -> !GROUPS.contains(name.substring(0, name.indexOf('.'))))
                    .findFirst()
                    .orElseThrow();
            throw Invalid.inside("profile", foreign, "fact.not-yours", "is not for a product's profile to state");
        }
        if (!statement.without(ProductFacts.SOURCE_EXPLAINED).equals(statement)) {
            throw Invalid.inside(
                    "profile",
                    ProductFacts.SOURCE_EXPLAINED.name(),
                    "fact.not-yours",
                    "follows from description.source and is not stated");
        }
    }

    /** The statement with what the exchange reads from the description. */
    public FactSheet facts(ProductDescription description) {
        return statement.with(
                ProductFacts.SOURCE_EXPLAINED, !description.source().isBlank());
    }
}
