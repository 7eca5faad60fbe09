package pujiang.web.trade;

import java.util.List;
import pujiang.app.history.HistoryEntry;
import pujiang.app.security.Caller;
import pujiang.app.trade.TradeView;
import pujiang.web.page.Form;
import pujiang.web.page.PageRequest;

/**
 * A trade that somebody reads on its page.
 *
 * @param events what of its history the reader may read
 * @param forms what the reader can do to it
 */
public record TradeReading(
        TradeView trade, List<HistoryEntry> events, List<Form> forms, Caller caller, PageRequest visit) {

    public TradeReading {
        events = List.copyOf(events);
        forms = List.copyOf(forms);
    }

    /** @param event the name under which it is stored */
    public boolean happened(String event) {
        return events.stream().anyMatch(entry -> entry.name().equals(event));
    }
}
