package pujiang.app.change;

import java.util.List;

/**
 * A part of the feed.
 *
 * @param position to read on from: all changes before it have been listed
 * @param more whether more can be read at once; if not, request again later
 */
public record Changes(List<Change> items, long position, boolean more) {

    public Changes {
        items = List.copyOf(items);
    }
}
