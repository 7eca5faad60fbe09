package pujiang.product;

import pujiang.compliance.FactProvenance;
import pujiang.compliance.FactSheet;
import pujiang.compliance.StatementChannel;
import pujiang.refusal.Texts;

/**
 * The vendor's statement about providing the product to one buyer. Separate consent names its recipient (PIPL art. 23),
 * so a listing cannot prove it. A standard contract cannot exist before the buyer is known.
 *
 * @param evidence where the documents are, at most 2,000 characters
 */
public record RecipientStatement(FactSheet facts, String evidence) {

    public RecipientStatement {
        Texts.check("evidence", evidence, 2_000);
        FactProvenance.check("facts", facts, StatementChannel.RECIPIENT);
    }
}
