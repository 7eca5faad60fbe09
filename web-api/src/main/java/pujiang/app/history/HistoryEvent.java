package pujiang.app.history;

/**
 * One event of a thing's life for a program that reads it.
 *
 * @param entry what of it its reader may read: nothing else is shown to anybody
 * @param event the whole
 */
public record HistoryEvent(HistoryEntry entry, Object event) {}
