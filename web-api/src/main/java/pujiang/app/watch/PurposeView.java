package pujiang.app.watch;

import java.time.Instant;

/**
 * Another purpose or method that the buyer has declared.
 *
 * @param at when it did
 */
public record PurposeView(Instant at, String purpose) {}
