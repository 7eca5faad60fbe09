package pujiang.web.rulebook;

import java.util.List;
import pujiang.app.history.HistoryEvent;
import pujiang.rulebook.RuleBookEvent;
import pujiang.rulebook.RuleBookEvent.RuleBookActivated;
import pujiang.web.page.Remark;
import pujiang.web.page.TimelineEntry;

/** The history of the rule book as its page tells it. */
public final class RuleBookTexts {

    private RuleBookTexts() {}

    static TimelineEntry of(HistoryEvent happened) {
        return TimelineEntry.of(happened.entry(), said((RuleBookEvent) happened.event()));
    }

    public static List<Remark> said(RuleBookEvent event) {
        return switch (event) {
            case RuleBookActivated it ->
                List.of(
                        Remark.of("draft", it.draft().value(), "/draft"),
                        Remark.of("book", it.book(), "/book"),
                        Remark.of("report", it.report(), "/report"));
        };
    }
}
