package pujiang.watch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pujiang.compliance.FactSheet;
import pujiang.compliance.FactSource;
import pujiang.compliance.IncidentFacts;
import pujiang.compliance.IncidentFacts.Level;
import pujiang.compliance.UseFacts;
import pujiang.watch.WatchEvent.AfterwardsJudged;
import pujiang.watch.WatchEvent.AfterwardsResolved;
import pujiang.watch.WatchEvent.IncidentReported;
import pujiang.watch.WatchEvent.PurposeChanged;

/**
 * The reports about a trade since its delivery.
 *
 * @param incident the newest report; null if there is none
 * @param purposeChanged whether the buyer has declared another purpose or method
 */
record Register(@Nullable IncidentReport incident, boolean purposeChanged) {

    static final Register EMPTY = new Register(null, false);

    /**
     * Each party must report at once (PIPL art. 57, NDSR art. 11), so without a report the exchange knows of no
     * incident. The time, the recipient and the fact of a report then do not apply.
     */
    private static final FactSheet NO_INCIDENT = FactSheet.empty()
            .with(IncidentFacts.PI_LEAK, false)
            .with(IncidentFacts.LEVEL, Level.NONE)
            .from(FactSource.EXCHANGE);

    private static final FactSheet AGREED_PURPOSE =
            FactSheet.empty().with(UseFacts.PURPOSE_CHANGED, false).from(FactSource.EXCHANGE);

    private static final FactSheet OTHER_PURPOSE =
            FactSheet.empty().with(UseFacts.PURPOSE_CHANGED, true).from(FactSource.BUYER);

    Register after(WatchEvent event) {
        return switch (event) {
            case IncidentReported(var _, var report) -> new Register(report, purposeChanged);
            case PurposeChanged _ -> new Register(incident, true);
            case AfterwardsJudged _, AfterwardsResolved _ -> this;
        };
    }

    /** The facts for the rules at a time. */
    FactSheet facts(Instant now) {
        var known = incident == null ? NO_INCIDENT : incident.facts(now);
        return known.and(purposeChanged ? OTHER_PURPOSE : AGREED_PURPOSE);
    }
}
