package pujiang.web.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pujiang.app.history.HistoryEntry;

/**
 * An event as a page tells it.
 *
 * @param name key of its words, after {@code event.}
 * @param said what people or the exchange gave along with it
 */
public record TimelineEntry(long number, Instant at, @Nullable String actor, String name, List<Remark> said) {

    public TimelineEntry {
        said = List.copyOf(said);
    }

    /** @param said all that was given along with it; what the reader may not read is left out */
    public static TimelineEntry of(HistoryEntry entry, List<Remark> said) {
        return of(entry, entry.name(), said);
    }

    /** @param name where the event has several words */
    public static TimelineEntry of(HistoryEntry entry, String name, List<Remark> said) {
        var read = new ArrayList<Remark>();
        for (var each : said) {
            var text = entry.content().at(each.place());
            if (text.isString() && !text.asString().isBlank()) read.add(each.as(text.asString()));
        }
        return new TimelineEntry(entry.sequence() + 1, entry.at(), entry.actor(), name, read);
    }
}
