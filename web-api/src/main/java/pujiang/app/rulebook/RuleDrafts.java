package pujiang.app.rulebook;

import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import pujiang.app.edition.Edition;
import pujiang.app.evaluate.LawSettings;
import pujiang.app.request.RequestRefusal.ChangedMeanwhile;
import pujiang.app.request.RequestRefusal.OtherContent;
import pujiang.app.rulebook.RuleDraftRefusal.Unknown;
import pujiang.app.security.Caller;
import pujiang.app.trial.Trials;
import pujiang.digest.Sha256;
import pujiang.law.Draft;
import pujiang.law.DraftFault;
import pujiang.law.LawInForce;
import pujiang.refusal.Refused;
import pujiang.rulebook.DraftId;

/** Receives drafts as archives, reads them before anything is compiled, and stores them unchanged. */
@Component
public class RuleDrafts {

    private final RuleDraftBoard board;
    private final RuleBookBoard books;
    private final LawInForce law;
    private final DraftTrial trial;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RuleDrafts(
            RuleDraftBoard board,
            RuleBookBoard books,
            LawInForce law,
            Trials trials,
            LawSettings settings,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.board = board;
        this.books = books;
        this.law = law;
        this.trial = new DraftTrial(trials, settings);
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Stores a version. The same content again changes nothing, unless the earlier errors may be temporary: it is tried
     * again.
     *
     * @param read the version that the caller has read; null to create the draft
     * @return whether the draft is new
     */
    public boolean put(DraftId draft, InputStream archive, @Nullable Edition read, Caller caller) {
        var texts = DraftArchive.read(archive);
        var content = Sha256.named(texts);
        var current = read == null ? board.find(draft) : Optional.of(newest(draft));
        if (current.isPresent()) {
            if (read != null) read.mustBe(current.get().edition());
            if (current.get().content().equals(content)) {
                again(current.get(), texts, caller);
                return false;
            }
            if (read == null) throw new Refused(new OtherContent(draft.value()));
        }
        add(draft, texts, content, current.orElse(null), trial.faults(texts, law.texts()), caller);
        return current.isEmpty();
    }

    private void again(DraftEdition before, SortedMap<String, String> texts, Caller caller) {
        if (before.faults().stream().noneMatch(DraftTrial::mayPass)) return;
        var faults = trial.faults(texts, law.texts());
        if (!faults.equals(before.faults())) add(before.draft(), texts, before.content(), before, faults, caller);
    }

    private void add(
            DraftId draft,
            SortedMap<String, String> texts,
            String content,
            @Nullable DraftEdition before,
            List<DraftFault> faults,
            Caller caller) {
        var now = clock.instant();
        var edition = new DraftEdition(
                draft,
                before == null ? 1 : before.edition() + 1,
                content,
                Draft.of(texts).digest(),
                caller.username(),
                before == null ? now : before.created(),
                now,
                faults);
        try {
            transaction.executeWithoutResult(_ -> {
                board.add(edition, DraftArchive.write(texts));
                if (edition.faults().isEmpty()) books.keep(edition.book(), Draft.bookOf(texts));
            });
        } catch (DuplicateKeyException _) {
            // Another version was uploaded in the meantime.
            throw new Refused(new ChangedMeanwhile());
        }
    }

    DraftEdition newest(DraftId draft) {
        return board.find(draft).orElseThrow(() -> new Refused(new Unknown(draft)));
    }

    List<String> authors(DraftId draft) {
        return board.authors(draft);
    }

    public SortedMap<String, String> texts(DraftId draft) {
        return board.texts(newest(draft));
    }

    public RuleDraftView view(DraftId draft) {
        return view(newest(draft), law.digest(), law.texts());
    }

    /** The state after the commit of the activating transaction: until then the old rules are in force. */
    public RuleDraftView inForce(DraftId draft) {
        var edition = newest(draft);
        return view(edition, edition.book(), Draft.bookOf(board.texts(edition)));
    }

    private RuleDraftView view(DraftEdition edition, String inForce, Map<String, String> texts) {
        var differs = Draft.of(board.texts(edition)).since(texts);
        return RuleDraftView.of(edition, board.authors(edition.draft()), inForce, differs);
    }

    /**
     * Drafts with a report on their newest version against the book in force, newest report first.
     *
     * @param reader who is not one of their authors
     */
    List<RuleDraftView> reported(String reader, int most) {
        return told(inForce -> board.reported(inForce, reader, most));
    }

    /** Newest first. The difference is shown for a single draft only. */
    public List<RuleDraftView> list(Optional<List<String>> after, int most) {
        return told(_ -> board.list(after.map(RuleDraftBoard.Place::of), most));
    }

    private List<RuleDraftView> told(Function<String, List<DraftEdition>> editions) {
        var inForce = law.digest();
        return editions.apply(inForce).stream()
                .map(edition -> RuleDraftView.of(edition, board.authors(edition.draft()), inForce, null))
                .toList();
    }

    public static List<String> place(RuleDraftView draft) {
        return List.of(draft.created().toString(), draft.id().value());
    }
}
