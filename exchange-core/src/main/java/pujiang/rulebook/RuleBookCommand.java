package pujiang.rulebook;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The commands of the exchange's rule book. */
public sealed interface RuleBookCommand {

    /**
     * @param book digest of the rule book of the draft
     * @param replaces digest of the rule book that the report compares with
     * @param report digest of the report of the draft's replay
     * @param authors of all versions of the draft
     */
    record ActivateRuleBook(
            DraftId draft,
            int edition,
            String book,
            String replaces,
            String report,
            List<String> authors,
            String activator)
            implements RuleBookCommand {

        public ActivateRuleBook {
            authors = List.copyOf(authors);
        }

        /** The exchange has one rule book. */
        @TargetAggregateIdentifier
        public String target() {
            return RuleBookInForce.ID;
        }
    }
}
