package pujiang.app.evidence;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the log.
 *
 * @param origin its permanent name in its checkpoints
 * @param secondMark where its last checkpoint is written a second time, best on another disk or machine
 * @param restoredBelow the size of the published checkpoint that a restored database does not reach, once, to continue
 * without it
 * @param restoredBecause the reason, which is signed and logged
 */
@ConfigurationProperties("pujiang.log")
record LogSettings(
        String origin, @Nullable Path secondMark, @Nullable Long restoredBelow, @Nullable String restoredBecause) {}
