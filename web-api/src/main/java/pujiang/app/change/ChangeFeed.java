package pujiang.app.change;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import pujiang.app.change.ChangeBoard.StoredChange;
import pujiang.app.clock.ClockMonitor;
import pujiang.app.security.Caller;

/**
 * Lists all changes in the order of the stored events. Transactions do not commit in the order of their numbers: where
 * a number is missing, its event may still come. So the feed stops there, until the event behind it is so old that the
 * missing one was rolled back.
 *
 * <p>See docs/decisions/0099-changes-are-a-feed-from-a-position.md.
 */
@Component
public class ChangeFeed {

    /** Events that one request reads. Most of them may belong to others. */
    static final int LOOKED_AT = 1_000;

    private final ChangeBoard board;
    private final ClockMonitor clock;
    private final Duration settledAfter;
    private final Map<String, ChangeSource> sources;

    ChangeFeed(
            ChangeBoard board,
            ClockMonitor clock,
            @Value("${pujiang.changes.settled-after}") Duration settledAfter,
            List<ChangeSource> sources) {
        this.board = board;
        this.clock = clock;
        this.settledAfter = settledAfter;
        this.sources = sources.stream()
                .collect(Collectors.toUnmodifiableMap(
                        source -> source.aggregate().getSimpleName(), Function.identity()));
    }

    /** @param after position of the last change that the caller has read; 0 for none */
    public Changes read(long after, int most, Caller caller) {
        var stored = board.after(after, LOOKED_AT);
        var settled = settled(
                after,
                stored,
                clock.believed().map(now -> now.minus(settledAfter)).orElse(Instant.MIN));
        var readable = readable(settled, caller);
        var told = settled.stream()
                .filter(each -> readable.getOrDefault(each.type(), Set.of()).contains(each.id()))
                .limit(most)
                .map(this::change)
                .toList();
        var end = settled.isEmpty() ? after : settled.getLast().position();
        var position = told.size() == most ? told.getLast().position() : end;
        return new Changes(told, position, position < end || settled.size() == LOOKED_AT);
    }

    /**
     * Events before the first number whose event may still come.
     *
     * @param old transactions that began before it have ended
     */
    static List<StoredChange> settled(long after, List<StoredChange> stored, Instant old) {
        long last = after;
        for (int i = 0; i < stored.size(); i++) {
            var each = stored.get(i);
            if (each.position() != last + 1 && !each.at().isBefore(old)) return stored.subList(0, i);
            last = each.position();
        }
        return stored;
    }

    /** The things, by kind, whose changes the caller may read. */
    private Map<String, Set<String>> readable(List<StoredChange> stored, Caller caller) {
        var ids = new HashMap<String, Set<String>>();
        stored.forEach(
                each -> ids.computeIfAbsent(each.type(), _ -> new HashSet<>()).add(each.id()));
        ids.replaceAll((type, named) -> readable(sources.get(type), named, caller));
        return ids;
    }

    private static Set<String> readable(@Nullable ChangeSource source, Set<String> ids, Caller caller) {
        if (source == null || !caller.may(source.permission())) return Set.of();
        return caller.staff() ? ids : source.readableBy(caller.own(), ids);
    }

    private Change change(StoredChange stored) {
        var kind = stored.event().substring(0, stored.event().indexOf('.'));
        var url = Objects.requireNonNull(sources.get(stored.type()))
                .address(stored.id())
                .toString();
        return new Change(stored.position(), stored.at(), stored.event(), kind, stored.id(), url);
    }
}
