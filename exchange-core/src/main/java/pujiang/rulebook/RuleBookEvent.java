package pujiang.rulebook;

import java.util.List;
import org.axonframework.serialization.Revision;

/** What happened to the exchange's rule book. */
public sealed interface RuleBookEvent {

    /** From the next decision on the exchange judges with another book; what was decided stays with the one before. */
    @Revision("1")
    record RuleBookActivated(
            DraftId draft,
            int edition,
            String book,
            String replaces,
            String report,
            List<String> authors,
            String activator)
            implements RuleBookEvent {

        public RuleBookActivated {
            authors = List.copyOf(authors);
        }
    }
}
