package pujiang.app.watch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an officer has said about an answer that the law left open.
 *
 * @param decision digest of the answer
 * @param evidence where it can be seen; null for the parties, since it is a note of the exchange for itself
 */
public record PostTradeResolution(
        String decision, String officer, Instant at, String ground, @Nullable String evidence) {}
