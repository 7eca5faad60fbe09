package pujiang.app.watch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pujiang.compliance.FactSource;
import pujiang.compliance.IncidentFacts.Level;
import pujiang.watch.IncidentReport;

/**
 * A report of an incident.
 *
 * @param by VENDOR, BUYER, or EXCHANGE for its operator
 * @param at when it was reported
 * @param piLeak whether personal information leaked, was altered or lost, or may have been; null if unknown
 * @param level null if it was not graded
 * @param since when it had been known
 * @param reported to the authority
 * @param subjectsNotified whether the persons were informed, or lawfully need not be
 */
public record IncidentView(
        FactSource by,
        Instant at,
        String what,
        @Nullable Boolean piLeak,
        @Nullable Level level,
        Instant since,
        boolean reported,
        boolean subjectsNotified) {

    static IncidentView of(IncidentReport report, Instant at) {
        return new IncidentView(
                report.by(),
                at,
                report.what(),
                report.piLeak(),
                report.level(),
                report.since(),
                report.reported(),
                report.subjectsNotified());
    }
}
