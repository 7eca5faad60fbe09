package pujiang.app.evidence;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What may be chosen about the log.
 *
 * @param origin names it in its checkpoints, for ever
 * @param secondMark where its last checkpoint is written a second time, best on another disk or machine
 * @param restoredBelow the size of the published checkpoint that a restored database does not reach, once, to go on without it
 * @param restoredBecause why, which is signed and logged
 */
@ConfigurationProperties("pujiang.log")
record LogSettings(
        String origin, @Nullable Path secondMark, @Nullable Long restoredBelow, @Nullable String restoredBecause) {}
