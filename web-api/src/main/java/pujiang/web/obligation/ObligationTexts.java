package pujiang.web.obligation;

import java.util.List;
import pujiang.app.history.HistoryEvent;
import pujiang.obligation.ObligationEvent;
import pujiang.obligation.ObligationEvent.ObligationBreached;
import pujiang.obligation.ObligationEvent.ObligationDischarged;
import pujiang.obligation.ObligationEvent.ObligationIncurred;
import pujiang.obligation.ObligationEvent.ObligationProven;
import pujiang.obligation.ObligationEvent.ProofRejected;
import pujiang.web.page.Remark;
import pujiang.web.page.TimelineEntry;

/** The history of an obligation as its page tells it. */
public final class ObligationTexts {

    private ObligationTexts() {}

    static TimelineEntry of(HistoryEvent happened) {
        return TimelineEntry.of(happened.entry(), said((ObligationEvent) happened.event()));
    }

    public static List<Remark> said(ObligationEvent event) {
        return switch (event) {
            case ObligationProven it ->
                List.of(
                        Remark.of("statement", it.evidence().statement(), "/evidence/statement"),
                        Remark.of("content", it.evidence().sha256(), "/evidence/sha256"));
            case ProofRejected it -> List.of(Remark.reason(it.reason()));
            case ObligationDischarged it -> List.of(Remark.of("because", it.source(), "/source"));
            case ObligationIncurred _, ObligationBreached _ -> List.of();
        };
    }
}
