package pujiang.web.rulebook;

import java.util.List;
import pujiang.app.history.HistoryEvent;
import pujiang.rulebook.RuleBookEvent;
import pujiang.rulebook.RuleBookEvent.RuleBookActivated;
import pujiang.web.page.Happening;
import pujiang.web.page.Said;

/** The history of the rule book as its page tells it. */
public final class RuleBookTexts {

    private RuleBookTexts() {}

    static Happening of(HistoryEvent happened) {
        return Happening.of(happened.entry(), said((RuleBookEvent) happened.event()));
    }

    public static List<Said> said(RuleBookEvent event) {
        return switch (event) {
            case RuleBookActivated it ->
                List.of(
                        Said.of("draft", it.draft().value(), "/draft"),
                        Said.of("book", it.book(), "/book"),
                        Said.of("report", it.report(), "/report"));
        };
    }
}
