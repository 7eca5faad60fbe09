package pujiang.app.rulebook;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pujiang.law.DraftDifference;
import pujiang.law.DraftFault;
import pujiang.rulebook.DraftId;

/**
 * A draft of a rule book.
 *
 * @param edition number of uploads with new content
 * @param book digest of the resulting rule book
 * @param content digest of all its files, the cases among them
 * @param inForce whether that book is in force
 * @param author of this version
 * @param authors of all versions
 * @param faults its errors, by file and line; line 0 is the file as a whole
 * @param differs from the book in force; null in lists
 */
public record RuleDraftView(
        DraftId id,
        int edition,
        String book,
        String content,
        boolean inForce,
        String author,
        List<String> authors,
        Instant created,
        Instant uploaded,
        List<DraftFault> faults,
        @Nullable DraftDifference differs) {

    static RuleDraftView of(
            DraftEdition edition, List<String> authors, String inForce, @Nullable DraftDifference differs) {
        return new RuleDraftView(
                edition.draft(),
                edition.edition(),
                edition.book(),
                edition.content(),
                edition.book().equals(inForce),
                edition.author(),
                authors,
                edition.created(),
                edition.uploaded(),
                edition.faults(),
                differs);
    }
}
