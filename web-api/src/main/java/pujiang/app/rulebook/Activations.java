package pujiang.app.rulebook;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import pujiang.app.command.Commands;
import pujiang.app.rulebook.ReplayBoard.Finished;
import pujiang.app.rulebook.RuleDraftRefusal.ChangedSinceReport;
import pujiang.app.rulebook.RuleDraftRefusal.Faulty;
import pujiang.app.rulebook.RuleDraftRefusal.NotTheNewestReport;
import pujiang.app.rulebook.RuleDraftRefusal.ReportBehind;
import pujiang.app.security.Caller;
import pujiang.law.LawInForce;
import pujiang.refusal.Refused;
import pujiang.refusal.SeparationOfDuties;
import pujiang.rulebook.DraftId;
import pujiang.rulebook.RuleBookCommand.ActivateRuleBook;
import pujiang.rulebook.RuleBookRefusal.AlreadyInForce;
import pujiang.rulebook.RuleBookRefusal.SecondPersonNeeded;

/** Activates a draft, by a person who is not one of its authors, on the report that this person has read. */
@Component
public class Activations {

    private static final int NAMED = 5;

    private final RuleDrafts drafts;
    private final Replays replays;
    private final Commands commands;
    private final LawInForce law;

    Activations(RuleDrafts drafts, Replays replays, Commands commands, LawInForce law) {
        this.drafts = drafts;
        this.replays = replays;
        this.commands = commands;
        this.law = law;
    }

    /**
     * Compiles the rule book that this person is about to activate. Before the transaction, which would hold its
     * connection for as long; obstacles are reported by {@link #activate}.
     */
    public void prepare(DraftId draft, String report, Caller caller) {
        String book;
        try {
            book = agreed(draft, report, caller).book();
        } catch (Refused _) {
            return;
        }
        if (!law.prepare(book)) throw new Refused(new Faulty(draft, 1));
    }

    /**
     * In a transaction; the exchange uses the rule book once that is committed.
     *
     * @param report the digest of the report
     */
    public void activate(DraftId draft, String report, Caller caller) {
        var edition = agreed(draft, report, caller);
        var authors = drafts.authors(draft);
        commands.send(
                new ActivateRuleBook(
                        draft, edition.edition(), edition.book(), law.digest(), report, authors, caller.username()),
                caller.username());
        judgeByItOnceCommitted(edition.book());
    }

    /** The version without obstacles: a second person agrees to it, on the report that covers it. */
    private DraftEdition agreed(DraftId draft, String report, Caller caller) {
        var edition = drafts.newest(draft);
        var authors = drafts.authors(draft);
        if (authors.stream()
                .anyMatch(author -> SeparationOfDuties.WRITES_AND_ACTIVATES.brokenBy(author, caller.username()))) {
            throw new Refused(new SecondPersonNeeded(draft));
        }
        Replays.mustBeSound(edition);
        var inForce = law.digest();
        if (edition.book().equals(inForce)) throw new Refused(new AlreadyInForce(inForce));
        var finished = replays.finished(draft);
        mustCover(finished, edition, report, inForce);
        return edition;
    }

    /** Drafts that this caller can activate: without errors, with a report, and written by others. */
    public List<RuleDraftView> waitingFor(Caller caller, int most) {
        return drafts.reported(caller.username(), most).stream()
                .filter(draft ->
                        replays.report(draft.id()).filter(ReportView::suffices).isPresent())
                .toList();
    }

    private void mustCover(Finished finished, DraftEdition edition, String report, String inForce) {
        var about = finished.replay();
        if (about.edition() != edition.edition() || !about.before().equals(inForce)) {
            throw new Refused(new ChangedSinceReport(edition.draft(), about.edition(), edition.edition()));
        }
        if (!finished.digest().equals(report)) {
            throw new Refused(new NotTheNewestReport(report, finished.digest()));
        }
        var since = replays.since(finished);
        if (since > replays.mostSince()) {
            var which = String.join(", ", replays.lastSince(finished, NAMED));
            throw new Refused(new ReportBehind(since, replays.mostSince(), which));
        }
    }

    private void judgeByItOnceCommitted(String book) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                law.activated(book);
            }
        });
    }
}
