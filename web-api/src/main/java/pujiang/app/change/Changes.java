package pujiang.app.change;

import java.util.List;

/**
 * A part of the feed.
 *
 * @param position to read on from: whatever stands before it has been told
 * @param more whether more can be read at once; otherwise it is worth asking again later
 */
public record Changes(List<Change> items, long position, boolean more) {

    public Changes {
        items = List.copyOf(items);
    }
}
