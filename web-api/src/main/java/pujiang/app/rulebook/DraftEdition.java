package pujiang.app.rulebook;

import java.time.Instant;
import java.util.List;
import pujiang.law.DraftFault;
import pujiang.rulebook.DraftId;

/**
 * A draft as it was uploaded at one time.
 *
 * @param edition counted from 1
 * @param content digest of all files, the cases among them
 * @param book digest of the rule book that it becomes
 * @param created when the draft's first edition was uploaded
 * @param faults what keeps it from being a book, as it was found then
 */
record DraftEdition(
        DraftId draft,
        int edition,
        String content,
        String book,
        String author,
        Instant created,
        Instant uploaded,
        List<DraftFault> faults) {}
