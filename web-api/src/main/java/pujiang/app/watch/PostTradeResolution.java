package pujiang.app.watch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An officer's resolution of an open finding.
 *
 * @param decision digest of the finding's decision
 * @param evidence where it can be seen; null for the parties, since it is an internal note of the exchange
 */
public record PostTradeResolution(
        String decision, String officer, Instant at, String ground, @Nullable String evidence) {}
