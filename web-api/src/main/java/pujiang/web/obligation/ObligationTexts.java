package pujiang.web.obligation;

import java.util.List;
import pujiang.app.history.HistoryEvent;
import pujiang.obligation.ObligationEvent;
import pujiang.obligation.ObligationEvent.ObligationBreached;
import pujiang.obligation.ObligationEvent.ObligationDischarged;
import pujiang.obligation.ObligationEvent.ObligationIncurred;
import pujiang.obligation.ObligationEvent.ObligationProven;
import pujiang.obligation.ObligationEvent.ProofRejected;
import pujiang.web.page.Happening;
import pujiang.web.page.Said;

/** The history of an obligation as its page tells it. */
public final class ObligationTexts {

    private ObligationTexts() {}

    static Happening of(HistoryEvent happened) {
        return Happening.of(happened.entry(), said((ObligationEvent) happened.event()));
    }

    public static List<Said> said(ObligationEvent event) {
        return switch (event) {
            case ObligationProven it ->
                List.of(
                        Said.of("statement", it.evidence().statement(), "/evidence/statement"),
                        Said.of("content", it.evidence().sha256(), "/evidence/sha256"));
            case ProofRejected it -> List.of(Said.reason(it.reason()));
            case ObligationDischarged it -> List.of(Said.of("because", it.source(), "/source"));
            case ObligationIncurred _, ObligationBreached _ -> List.of();
        };
    }
}
