package pujiang.rulebook;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of the exchange's rule book. */
public sealed interface RuleBookCommand {

    /**
     * @param book digest of what the draft becomes
     * @param replaces digest of the book that the report compares it with
     * @param report digest of the report of the draft's replay
     * @param authors of all editions of the draft
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

        /** There is one. */
        @TargetAggregateIdentifier
        public String target() {
            return RuleBookInForce.ID;
        }
    }
}
