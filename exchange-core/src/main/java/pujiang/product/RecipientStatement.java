package pujiang.product;

import java.util.List;
import java.util.Set;
import pujiang.compliance.ExportFacts;
import pujiang.compliance.FactSheet;
import pujiang.refusal.Invalid;
import pujiang.refusal.Texts;

/**
 * What the vendor states about providing the product to one buyer. Separate consent names its recipient (PIPL art. 23),
 * so no listing can prove it; nor can a standard contract exist before there is somebody to sign it with.
 *
 * @param evidence where the papers can be seen, at most 2,000 characters
 */
public record RecipientStatement(FactSheet facts, String evidence) {

    private static final List<String> GROUPS = List.of("pi", "export", "contract");

    /** The exchange counts these itself. */
    private static final Set<String> COUNTED =
            Set.of(ExportFacts.YTD_NON_SENSITIVE.name(), ExportFacts.YTD_SENSITIVE.name());

    public RecipientStatement {
        Texts.check("evidence", evidence, 2_000);
        for (var name : facts.stated().keySet()) {
            if (!GROUPS.contains(name.substring(0, name.indexOf('.'))) || COUNTED.contains(name)) {
                throw Invalid.inside("facts", name, "fact.not-yours", "is not for a recipient's statement to state");
            }
        }
    }
}
