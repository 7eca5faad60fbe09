package pujiang.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import pujiang.compliance.FactSheet;
import pujiang.compliance.FactSource;
import pujiang.compliance.IncidentFacts;
import pujiang.compliance.IncidentFacts.Level;
import pujiang.refusal.Invalid;
import pujiang.refusal.Texts;

/**
 * What somebody says of a security incident that the data of a trade is touched by (安全事件). It is told as it stands: what
 * changes is reported again, and the newest report holds.
 *
 * @param by VENDOR or BUYER, of what happened on its side, or EXCHANGE for its operator
 * @param what has happened, in words, at most 2,000 characters
 * @param piLeak whether personal information leaked, was altered or lost, or may have been; null while nobody knows
 * @param level null while it is not graded
 * @param since when it has been known
 * @param reported to the authority
 * @param subjectsNotified whether the persons were told, or lawfully need not be
 */
public record IncidentReport(
        FactSource by,
        String what,
        @Nullable Boolean piLeak,
        @Nullable Level level,
        Instant since,
        boolean reported,
        boolean subjectsNotified) {

    private static final int LONGEST = 2_000;
    private static final long HOUR = 3_600;

    public IncidentReport {
        Texts.check("what", what, LONGEST);
    }

    /**
     * What was known before the delivery is no incident of this trade. People write minutes, so the delivery's own minute
     * is not before it.
     *
     * @throws Invalid at {@code since}
     */
    void mustBeOfTheTimeFrom(Instant delivered, Instant now) {
        if (since.isAfter(now)) throw Invalid.at("since", "date.in-the-future", "must not be in the future");
        if (since.isBefore(delivered.truncatedTo(ChronoUnit.MINUTES))) {
            throw Invalid.at("since", "date.before-the-delivery", "must not be before the delivery");
        }
    }

    /** As the law hears it at a time. */
    FactSheet facts(Instant now) {
        var said = FactSheet.empty()
                .with(IncidentFacts.HOURS_KNOWN, hoursKnown(now))
                .with(IncidentFacts.REPORTED, reported)
                .with(IncidentFacts.SUBJECTS_NOTIFIED, subjectsNotified);
        if (piLeak != null) said = said.with(IncidentFacts.PI_LEAK, piLeak);
        if (level != null) said = said.with(IncidentFacts.LEVEL, level);
        return said.from(by);
    }

    /** An hour that has begun counts: four hours and a minute are more than four. */
    private long hoursKnown(Instant now) {
        return Math.max(0, Math.ceilDiv(Duration.between(since, now).toSeconds(), HOUR));
    }
}
