package pujiang.app.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One event of a thing's life.
 *
 * @param name under which the event is stored, for example {@code listing.published}
 * @param revision of the event's form
 * @param sequence counts from 0 within this thing
 * @param actor of the command, or null without one
 * @param reason in the words of its author
 * @param content the event itself
 */
public record HistoryEntry(
        String name,
        String revision,
        long sequence,
        Instant at,
        @Nullable String actor,
        @Nullable String reason,
        ObjectNode content) {}
