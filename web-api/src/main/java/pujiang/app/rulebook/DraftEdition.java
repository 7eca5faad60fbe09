package pujiang.app.rulebook;

import java.time.Instant;
import java.util.List;
import pujiang.law.DraftFault;
import pujiang.rulebook.DraftId;

/**
 * One uploaded version of a draft.
 *
 * @param edition counted from 1
 * @param content digest of all files, the cases among them
 * @param book digest of the resulting rule book
 * @param created upload of the draft's first version
 * @param faults the errors that were found at the upload
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
