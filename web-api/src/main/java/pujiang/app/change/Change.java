package pujiang.app.change;

import java.time.Instant;

/**
 * A change of a thing.
 *
 * @param position in the order of all events of the exchange
 * @param event the name under which it is stored, as in the history of the thing
 * @param kind of the thing, for example {@code trade}
 * @param url where the thing is read
 */
public record Change(long position, Instant at, String event, String kind, String id, String url) {}
