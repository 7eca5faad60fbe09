package pujiang.product;

import pujiang.compliance.FactProvenance;
import pujiang.compliance.FactSheet;
import pujiang.compliance.StatementChannel;
import pujiang.refusal.Texts;

/**
 * What the vendor states about providing the product to one buyer. Separate consent names its recipient (PIPL art. 23),
 * so no listing can prove it; nor can a standard contract exist before there is somebody to sign it with.
 *
 * @param evidence where the papers can be seen, at most 2,000 characters
 */
public record RecipientStatement(FactSheet facts, String evidence) {

    public RecipientStatement {
        Texts.check("evidence", evidence, 2_000);
        FactProvenance.check("facts", facts, StatementChannel.RECIPIENT);
    }
}
