package pujiang.app.history;

/**
 * One event of a thing's life for a program that reads it.
 *
 * @param entry the part that its reader may read: no other part is shown
 * @param event the whole
 */
public record HistoryEvent(HistoryEntry entry, Object event) {}
