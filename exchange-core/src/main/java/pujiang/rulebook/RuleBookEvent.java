package pujiang.rulebook;

import java.util.List;
import org.axonframework.serialization.Revision;

/** The events of the exchange's rule book. */
public sealed interface RuleBookEvent {

    /** Later decisions use another rule book; earlier decisions keep theirs. */
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
